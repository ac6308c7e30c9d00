import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Shot } from "./screenshots-shoot.ts";

/** One page of all pictures, a row to each face. */
export const writeContactSheet = (folder: string, shots: readonly Shot[]): void => {
  const faces = Map.groupBy(shots, ({ face }) => face);
  const rows = [...faces].map(
    ([face, own]) =>
      `<section><h2 id="${face}">${face}</h2><div>${own.map(figure).join("")}</div></section>`,
  );
  const links = [...faces.keys()].map((face) => `<a href="#${face}">${face}</a>`);
  writeFileSync(join(folder, "index.html"), page(links.join(" "), rows.join("\n")));
};

const figure = ({ file, view, language }: Shot) =>
  `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${view} ${language}"></a><figcaption>${view} ${language}</figcaption></figure>`;

const page = (links: string, rows: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Wares, every face</title>
<style>
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif }
  nav a { margin-inline-end: .75rem }
  section > div { display: flex; gap: 1rem; overflow-x: auto; align-items: start }
  figure { margin: 0; flex: none } figcaption { opacity: .75 }
  img { max-height: 420px; border: 1px solid #8886 }
</style>
<nav>${links}</nav>
${rows}
</html>
`;
