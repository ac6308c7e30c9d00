import { type MouseEvent, useEffect, useRef } from "react";
import { Link, useFetcher, useLocation } from "react-router";
import { Icon } from "../layout/icon.tsx";
import { useLanguage, usePath, useWords } from "../layout/locale.ts";
import { Amount } from "../layout/money.tsx";
import { CartLines } from "./cart-lines.tsx";
import { useCartDrawer } from "./cart-link.tsx";
import { cartWords } from "./cart-words.ts";
import type { loadCart } from "./cart.server.ts";

/** A modal dialog: focus moves in, the page behind is inert, Esc closes. */
export const CartDrawer = () => {
  const { isOpen, close } = useCartDrawer();
  const say = useWords(cartWords);
  const path = usePath();
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const { data, load } = useFetcher<typeof loadCart>({ key: `drawer-${language}` });
  const { pathname } = useLocation();
  const openedAt = useRef(pathname);
  useEffect(() => {
    if (openedAt.current !== pathname) close();
    openedAt.current = pathname;
  }, [pathname]);
  useEffect(() => {
    if (isOpen) {
      void load(path("/cart"));
      dialog.current?.showModal();
    } else dialog.current?.close();
  }, [isOpen]);
  const onBackdrop = (event: MouseEvent) => event.target === dialog.current && close();
  return (
    // The backdrop is pressed with a pointer only: the keyboard has Esc and the button.
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onClose={close}
      onClick={onBackdrop}
    >
      <div className="drawer-head">
        <h2 id="drawer-title">{say.title}</h2>
        <button className="icon-button" aria-label={say.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="drawer-body">
        {isOpen && (data ? <Lines data={data} onLeave={close} /> : <Waiting />)}
      </div>
      {isOpen && data && data.cart.lines.length > 0 && (
        <div className="drawer-foot">
          <div className="between">
            <span>{say.subtotal}</span>
            <strong className="num">
              <Amount value={data.cart.subtotal} />
            </strong>
          </div>
          <p className="small soft">{say.later}</p>
          <Link className="button main wide spaced-little" to={path("/checkout")} onClick={close}>
            {say.checkout}
          </Link>
          <p className="small spaced-little">
            <Link to={path("/cart")} onClick={close}>
              {say.whole}
            </Link>
          </p>
        </div>
      )}
    </dialog>
  );
};

type Loaded = Awaited<ReturnType<typeof loadCart>>;

const Lines = ({ data, onLeave }: { data: Loaded; onLeave: () => void }) => {
  const say = useWords(cartWords);
  const path = usePath();
  if (data.cart.lines.length > 0) return <CartLines lines={data.cart.lines} onLeave={onLeave} />;
  return (
    <div className="spaced">
      <p>{say.emptyTitle}</p>
      <Link className="button spaced" to={path("/search?sort=Newest")} onClick={onLeave}>
        {say.seeNew}
      </Link>
    </div>
  );
};

const Waiting = () => {
  const say = useWords(cartWords);
  return (
    <div className="loading" role="status" aria-label={say.loading}>
      {[1, 2].map((row) => (
        <div key={row} className="line-item">
          <span className="picture" />
          <div>
            <span className="skeleton-line" />
            <span className="skeleton-line" />
          </div>
        </div>
      ))}
    </div>
  );
};
