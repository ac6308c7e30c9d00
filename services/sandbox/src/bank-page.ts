import type { Currency, Language } from "@wares/contracts";
import { fractionDigits } from "@wares/platform";

// What a shopper sees of the bank: one question, in the language they buy in.

const words = {
  en: {
    lang: "en",
    name: "Sandbox Bank",
    title: "Is it you who pays?",
    asks: "A shop asks for",
    text: "Nothing is taken before you say yes. Either way you come back to your order.",
    yes: "Yes, pay",
    no: "No, stop it",
    play: "A bank to try the shop with: no real money moves.",
  },
  zh: {
    lang: "zh-Hans",
    name: "沙盒银行",
    title: "是您本人在付款吗？",
    asks: "一家商店请求付款",
    text: "您确认之前不会扣款。无论怎么选，都会回到您的订单。",
    yes: "是我，付款",
    no: "不是，拒绝",
    play: "仅供试用的银行，不涉及真实资金。",
  },
} as const satisfies Record<Language, unknown>;

/** The shop's colours and sizes; a page of its own, so it brings them along. */
const styles = `
  :root { color-scheme: light dark; font: 1rem/1.5 Inter, system-ui, sans-serif;
    --paper: light-dark(oklch(98.6% .006 85), oklch(19% .008 75));
    --raised: light-dark(oklch(100% 0 0), oklch(22.5% .009 75));
    --ink: light-dark(oklch(22% .012 75), oklch(93.5% .011 85));
    --soft: light-dark(oklch(46% .014 75), oklch(74% .013 82));
    --line: light-dark(oklch(89% .011 82), oklch(32% .01 75));
    --edge: light-dark(oklch(60% .014 78), oklch(55% .012 78));
    --accent: light-dark(oklch(38% .07 160), oklch(80% .085 158));
    --hover: light-dark(oklch(32% .064 160), oklch(86% .08 158));
    --on-accent: light-dark(oklch(98.5% .01 150), oklch(20% .035 160)) }
  :root:lang(zh) { font-family: Inter, "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif }
  * { box-sizing: border-box; margin: 0 }
  body { min-height: 100vh; min-height: 100svh; display: grid; place-items: center; padding: 1rem;
    background: var(--paper); color: var(--ink); -webkit-font-smoothing: antialiased }
  main { width: 100%; max-width: 26rem }
  .name { display: flex; align-items: center; gap: .5rem; margin-bottom: 1rem; font-weight: 550 }
  svg { width: 1.25rem; height: 1.25rem; flex: none }
  .card { padding: clamp(1.25rem, 6vw, 2rem); background: var(--raised); border: 1px solid var(--line); border-radius: 12px }
  h1 { font: 430 1.5625rem/1.15 Newsreader, Georgia, serif; letter-spacing: -.01em; text-wrap: balance }
  :lang(zh) h1 { font-family: inherit; font-weight: 560; line-height: 1.3; letter-spacing: 0; word-break: keep-all; overflow-wrap: anywhere }
  .asks { margin-top: 1.5rem; color: var(--soft); font-size: .875rem }
  .amount { font-size: 2.4375rem; line-height: 1.15; font-weight: 550; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
  .text { margin: 1rem 0 1.5rem; color: var(--soft); text-wrap: pretty }
  form { display: grid; gap: .75rem }
  button { font: inherit; font-weight: 550; min-height: 3rem; padding: .5rem 1.25rem; border-radius: 8px; cursor: pointer;
    border: 1px solid var(--edge); background: none; color: inherit }
  button:hover { border-color: var(--ink) }
  .yes { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
  .yes:hover { background: var(--hover); border-color: var(--hover) }
  :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
  .play { margin-top: 1rem; color: var(--soft); font-size: .875rem; text-align: center }`;

const mark = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="M3 21h18M6 18v-8M10 18v-8M14 18v-8M18 18v-8M12 3 3 8h18z"/></svg>`;

type Question = Readonly<{
  reference: string;
  amount: number;
  currency: Currency;
  language: Language;
}>;

export const bankPage = ({ reference, amount, currency, language }: Question): string => {
  const say = words[language];
  const format = new Intl.NumberFormat(say.lang, { style: "currency", currency });
  const money = format.format(amount / 10 ** fractionDigits(currency));
  return `<!doctype html>
<html lang="${say.lang}"><head><meta charset="utf-8"><title>${say.name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<style>${styles}</style></head>
<body><main>
<p class="name">${mark}${say.name}</p>
<div class="card"><h1>${say.title}</h1>
<p class="asks">${say.asks}</p><p class="amount">${money}</p>
<p class="text">${say.text}</p>
<form method="post" action="/sandbox-bank/${encodeURIComponent(reference)}">
<button class="yes" name="answer" value="yes">${say.yes}</button>
<button name="answer" value="no">${say.no}</button>
</form></div>
<p class="play">${say.play}</p>
</main></body></html>`;
};
