import { Link } from "react-router";
import { frameWords } from "./frame-words.ts";
import type { FrameOf } from "./frame.server.ts";
import { usePath, useWords } from "./locale.ts";

export const Footer = ({ frame }: { frame: FrameOf | undefined }) => {
  const say = useWords(frameWords);
  const path = usePath();
  return (
    <footer className="site-footer">
      <div className="wrap">
        <ul className="promises">
          {say.promises.map(([title, text]) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <div className="footer-links">
          <nav aria-label={say.shop}>
            <Link to={path("/search")}>{say.all(frame?.thingCount ?? 0)}</Link>
            <Link to={path("/search?sort=Newest")}>{say.newest}</Link>
            <Link to={path("/search?onSale=true")}>{say.onSale}</Link>
          </nav>
          <nav aria-label={say.help}>
            <Link to={path("/account")}>{say.yourOrders}</Link>
            <Link to={path("/cart")}>{say.yourCart}</Link>
            {!frame?.isSignedIn && <Link to={path("/sign-in")}>{say.signIn}</Link>}
          </nav>
          <nav aria-label={say.wares}>
            {frame?.families.slice(0, 3).map(({ slug, name }) => (
              <Link key={slug} to={path(`/c/${slug}`)}>
                {name}
              </Link>
            ))}
            <a href="/api/docs">{say.apiReference}</a>
          </nav>
        </div>
        <div className="footer-end">
          <span>© 2026 Wares</span>
          <form method="post" action="/consent">
            <input type="hidden" name="back" value={path("/")} />
            <button className="text-button" name="choice" value="ask">
              {say.consentChange}
            </button>
          </form>
          <button className="text-button" popoverTarget="settings">
            {say.settings}
          </button>
        </div>
      </div>
    </footer>
  );
};
