import { useContext } from "react";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteLoaderData,
} from "react-router";
import interFont from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import type { Route } from "./+types/root.ts";
import { Broken, type Trouble } from "./layout/broken.tsx";
import { Frame } from "./layout/frame.tsx";
import { loadFrame } from "./layout/frame.server.ts";
import { useLanguage } from "./layout/locale.ts";
import { Lost } from "./layout/lost.tsx";
import { Nonce } from "./layout/nonce.ts";
import { WhilePending } from "./layout/pending-page.tsx";
import { isBusy } from "./busy.ts";
import { visitContext } from "./server/visit.ts";
import styles from "./styles/storefront.css?url";

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadFrame(request, context.get(visitContext));

export const links: Route.LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "preload", href: interFont, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
];

// A script of the page as it is sent. A browser that draws the frame anew, after an error, leaves it alone.
const onlyAsSent = import.meta.env.SSR ? {} : { type: "text/plain" };

export function Layout({ children }: { children: React.ReactNode }) {
  const nonce = useContext(Nonce);
  const language = useLanguage();
  const { pathname } = useLocation();
  const frame = useRouteLoaderData<typeof loader>("root");
  const kind = /^\/(?:zh\/)?p\//.test(pathname) ? "product-page" : undefined;
  return (
    <html lang={language === "zh" ? "zh-Hans" : "en"} data-theme={frame?.theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <link rel="stylesheet" href={styles} />
        <Links />
      </head>
      <body className={kind}>
        <Frame frame={frame}>{children}</Frame>
        <ScrollRestoration nonce={nonce} {...onlyAsSent} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <WhilePending>
      <Outlet />
    </WhilePending>
  );
}

// What we do not have is an answer. Anything else was our accident, not the shopper's.
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const status = isRouteErrorResponse(error) ? error.status : undefined;
  return status === 404 ? <NotHere /> : <Broken trouble={troubleOf(status, error)} />;
}

const titles = { en: "No page here · Wares", zh: "没有这个页面 · Wares" };
const NotHere = () => (
  <>
    <title>{titles[useLanguage()]}</title>
    <Lost />
  </>
);

const troubleOf = (status: number | undefined, error: unknown): Trouble => {
  if (status === 401 || status === 403) return "stranger";
  if (status === 429) return "crowded";
  if (isRouteErrorResponse(error) && isBusy(error.data)) return "crowded";
  // A browser that cannot reach us says so by a TypeError of fetch, and nothing else.
  const isInBrowser = typeof document !== "undefined";
  return isInBrowser && error instanceof TypeError && !navigator.onLine ? "offline" : "broken";
};
