import { Link } from "react-router";
import { CartLink } from "../cart/cart-link.tsx";
import { SearchField } from "../search/search-field.tsx";
import { useSearchLayer } from "../search/search-opening.tsx";
import { frameWords } from "./frame-words.ts";
import type { FrameOf } from "./frame.server.ts";
import { Icon } from "./icon.tsx";
import { useLanguage, usePath, useWords } from "./locale.ts";

export const Header = ({ frame }: { frame: FrameOf | undefined }) => {
  const say = useWords(frameWords);
  const path = usePath();
  const language = useLanguage();
  const { open } = useSearchLayer();
  const account = path(frame?.isSignedIn ? "/account" : "/sign-in");
  return (
    <header className="site-header">
      <div className="wrap">
        <button className="icon-button only-phone" popoverTarget="menu" aria-label={say.menu}>
          <Icon name="menu" />
        </button>
        <Wordmark />
        <nav className="site-nav" aria-label={say.main}>
          {/* A shop without things has nothing to lead to. */}
          {frame && frame.thingCount > 0 && (
            <>
              <a href={path("/#families")}>{say.families}</a>
              <Link to={path("/search?sort=Newest")}>{say.new}</Link>
              <Link to={path("/search?onSale=true")}>{say.onSale}</Link>
            </>
          )}
        </nav>
        <div className="header-search">
          <SearchField
            label={say.wholeShop}
            placeholder={say.searchThings(frame?.thingCount ?? 0)}
            opensLayer
          />
        </div>
        <button className="settings-button only-desk" popoverTarget="settings">
          <Icon name="globe" small />
          {language.toUpperCase()} · {frame?.currency ?? "USD"}
        </button>
        <Link
          className="icon-button only-phone"
          to={path("/search")}
          aria-label={say.search}
          onClick={(event) => {
            event.preventDefault();
            open("");
          }}
        >
          <Icon name="search" />
        </Link>
        <Link
          className="icon-button only-desk"
          to={account}
          aria-label={frame?.isSignedIn ? say.account : say.signIn}
        >
          <Icon name="user" />
        </Link>
        <CartLink count={frame?.cartCount ?? 0} label={say.cart(frame?.cartCount ?? 0)} />
      </div>
    </header>
  );
};

/** In checkout nothing leads away but the way back. */
export const BareHeader = () => {
  const say = useWords(frameWords);
  const path = usePath();
  return (
    <header className="site-header bare-header">
      <div className="wrap">
        <Wordmark />
        <span className="row small only-desk">
          <Icon name="lock" small />
          {say.secure}
        </span>
        <Link className="small" to={path("/cart")}>
          {say.backToCart}
        </Link>
      </div>
    </header>
  );
};

const Wordmark = () => {
  const say = useWords(frameWords);
  return (
    <Link className="wordmark" to={usePath()("/")} aria-label={say.home}>
      Wares
    </Link>
  );
};
