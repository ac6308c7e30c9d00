import { Suspense } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";

/**
 * Preact draws inside of what it is given, and our pages begin at `html` itself: this stands around it. After
 * an error there, the router draws all of the frame anew.
 */
const aroundHtml = {
  nodeType: 1,
  namespaceURI: document.documentElement.namespaceURI,
  firstChild: document.documentElement,
  childNodes: [document.documentElement],
  insertBefore: (html: Node) => document.appendChild(html),
};

// The router throws the promise of the page's data; meanwhile stands what the server drew.
hydrateRoot(
  aroundHtml as unknown as Element,
  <Suspense>
    <HydratedRouter />
  </Suspense>,
);
