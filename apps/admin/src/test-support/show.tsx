import type { QueryKey } from "@tanstack/react-query";
import { QueryClient } from "@tanstack/react-query";
import type { Language } from "@wares/contracts";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { App } from "../app.tsx";

export type Known = readonly (readonly [QueryKey, unknown])[];

/** A page as its first paint has it, with these answers already read. */
export const show = (
  page: ReactElement,
  {
    at = "/",
    path = "*",
    known = [],
    language = "en",
  }: {
    at?: string;
    path?: string;
    known?: Known;
    language?: Language;
  } = {},
): string => {
  const client = new QueryClient();
  for (const [key, data] of known) client.setQueryData(key, data);
  const router = createMemoryRouter([{ path, element: page }], { initialEntries: [at] });
  return renderToStaticMarkup(
    <App client={client} language={language}>
      <RouterProvider router={router} />
    </App>,
  );
};

/** What is read, without the tags. */
export const wordsOf = (html: string): string =>
  html
    .replaceAll(/<style[^]*?<\/style>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/\s+/g, " ");
