import type { ReactNode } from "react";
import { useLocation, useNavigation } from "react-router";
import { CartDrawerProvider, LazyCartDrawer } from "../cart/cart-link.tsx";
import { LazySearchLayer, SearchLayerProvider } from "../search/search-opening.tsx";
import { ConsentNotice } from "./consent-notice.tsx";
import { Footer } from "./footer.tsx";
import type { FrameOf } from "./frame.server.ts";
import { BareHeader, Header } from "./header.tsx";
import { useWords } from "./locale.ts";
import { FamilyMenu, SettingsPanel } from "./panels.tsx";
import { frameWords } from "./frame-words.ts";

/** Header, page, footer. Without data, as when something broke, the frame still stands. */
export const Frame = ({ frame, children }: { frame: FrameOf | undefined; children: ReactNode }) => {
  const say = useWords(frameWords);
  const { pathname } = useLocation();
  const isLoading = useNavigation().state !== "idle";
  const isCheckout = /^(?:\/zh)?\/checkout$/.test(pathname);
  return (
    <CartDrawerProvider>
      <SearchLayerProvider>
        <a className="skip-link" href="#main">
          {say.skip}
        </a>
        <span className={isLoading ? "loading-line now" : "loading-line"} aria-hidden="true" />
        {isCheckout ? <BareHeader /> : <Header frame={frame} />}
        <main id="main" aria-busy={isLoading || undefined}>
          {children}
        </main>
        {frame && !frame.consent && isBrowsing(pathname) && <ConsentNotice />}
        {!isCheckout && <Footer frame={frame} />}
        <SettingsPanel frame={frame} />
        <FamilyMenu families={frame?.families ?? []} />
        <LazyCartDrawer />
        <LazySearchLayer />
      </SearchLayerProvider>
    </CartDrawerProvider>
  );
};

// Asked only where looking is what one does: never beside a form.
const isBrowsing = (pathname: string) => /^(?:\/zh)?(?:\/?$|\/(?:c|p)\/|\/search$)/.test(pathname);
