import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const tokens = readFileSync(fileURLToPath(import.meta.resolve("@wares/ui/tokens.css")), "utf8");

/** The shop's own tokens, and the few rules of a page that is a list beside a letter. */
export const mailboxStyle = `${tokens}
  *, *::before, *::after { box-sizing: border-box }
  body { margin: 0; min-height: 100dvh; display: flex; flex-direction: column;
    background: var(--paper); color: var(--ink); font: var(--text-14)/1.5 Inter, -apple-system, "Segoe UI", Roboto, Arial, "PingFang SC", "Noto Sans SC", "Microsoft YaHei", sans-serif }
  a { color: inherit }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px }
  main { flex: 1; display: grid; grid-template-columns: 22rem minmax(0, 1fr) }
  main > article:only-child { grid-column: 1 / -1 }
  .top { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s1) var(--s4);
    padding: var(--s4) var(--s5); border-block-end: 1px solid var(--line) }
  h1 { margin: 0; font: 430 var(--text-25)/1.12 var(--font-head); letter-spacing: -0.018em }
  h1 a { text-decoration: none }
  .top p { margin: 0; color: var(--ink-soft); flex: 1 1 16rem }
  .links { display: flex; gap: var(--s4) }
  .links a { min-height: 24px }
  nav { border-inline-end: 1px solid var(--line); min-width: 0 }
  .find { display: flex; gap: var(--s2); padding: var(--s3) var(--s5) }
  .find input { flex: 1; min-width: 0; min-height: 40px; padding: 0 var(--s3); font: inherit; color: inherit;
    background: var(--paper-raised); border: 1px solid var(--line-control); border-radius: var(--radius) }
  .find input::placeholder { color: var(--ink-soft); opacity: 1 }
  .button { min-height: 40px; padding: 0 var(--s4); font: inherit; font-weight: 560; cursor: pointer;
    color: var(--ink); background: none; border: 1px solid var(--line-control); border-radius: var(--radius) }
  nav ol { list-style: none; margin: 0; padding: 0 }
  nav li { border-block-start: 1px solid var(--line) }
  nav li a { display: block; padding: var(--s3) var(--s5); text-decoration: none; overflow-wrap: anywhere }
  nav li a:hover { background: var(--paper-sunken) }
  nav li [aria-current] { background: var(--accent-tint); box-shadow: inset 3px 0 var(--accent) }
  nav b { display: block; font-weight: 560 }
  nav small, .facts { color: var(--ink-soft); font-size: var(--text-12) }
  nav small { display: block }
  .failed { color: var(--danger) }
  .more { display: block; padding: var(--s3) var(--s5); border-block-start: 1px solid var(--line) }
  article { display: flex; flex-direction: column; gap: var(--s3); padding: var(--s5); min-width: 0 }
  article h2 { margin: 0; font: 430 var(--text-20)/1.2 var(--font-head); overflow-wrap: anywhere }
  .facts { display: flex; flex-wrap: wrap; gap: var(--s1) var(--s4); margin: 0 }
  .facts dt, .facts dd { display: inline; margin: 0; overflow-wrap: anywhere }
  .facts dt::after { content: " " }
  .back { display: none }
  iframe { flex: 1; width: 100%; min-height: 70vh; border: 1px solid var(--line); border-radius: var(--radius-card);
    background: var(--paper-raised); color-scheme: light dark }
  pre { margin: 0; padding: var(--s5); white-space: pre-wrap; overflow-wrap: anywhere; font: var(--text-14)/1.6 ui-monospace, monospace;
    background: var(--paper-raised); border: 1px solid var(--line); border-radius: var(--radius-card) }
  .empty { margin: 12vh auto auto; padding: var(--s10) var(--s5); text-align: center; max-width: 40ch }
  .empty h2 { text-wrap: balance; margin-block-end: var(--s2) }
  .empty p { margin: 0; color: var(--ink-soft) }
  @media (max-width: 48rem) {
    main { grid-template-columns: minmax(0, 1fr); align-content: start }
    nav { border: 0 }
    .browsing article:not(:has(.empty)), .reading nav { display: none }
    .reading .back { display: inline-block; min-height: 24px }
    article { padding: var(--s4) }
    .top, .find, nav li a, .more { padding-inline: var(--s4) }
  }
`;
