import { Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

/** Preact draws inside of what it is given, and our pages begin at `html` itself: this stands around it. */
const aroundHtml = {
  nodeType: 1,
  namespaceURI: document.documentElement.namespaceURI,
  firstChild: document.documentElement,
  childNodes: [document.documentElement],
  insertBefore() {},
};

// The router throws the promise of the page's data; meanwhile stands what the server drew.
hydrateRoot(
  aroundHtml as unknown as Element,
  <Suspense>
    <HydratedRouter />
  </Suspense>,
);
