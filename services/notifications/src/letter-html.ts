import { oneLine, type Letter, type LetterLine } from "./letter.ts";

// Tables and inline styles, because that is what mail programs read. Light is written on every element;
// dark comes by class where a program knows the media query, and both palettes keep their contrast when
// a program turns the colours around by itself.

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
export const escaped = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (one) => escapes[one] ?? one).toWellFormed();

/** Only addresses of pages may be pressed or shown; anything else becomes the top of the page. */
const address = (url: string): string => escaped(/^https?:\/\//i.test(url) ? url : "#");

const sans =
  "Inter,-apple-system,'Segoe UI',Roboto,'PingFang SC','Noto Sans SC','Microsoft YaHei',sans-serif";
const serif = "Fraunces,Newsreader,Georgia,'Songti SC','Noto Serif SC',serif";

const dark = `
  @media (prefers-color-scheme: dark) {
    .paper { background:#1b1815 !important } .card { background:#24201c !important }
    .ink { color:#f3eee6 !important } .quiet { color:#b5ab9d !important }
    .line { border-color:#3b352e !important }
    .button { background:#7fc39b !important; color:#12241a !important }
  }`;

export const htmlOf = (letter: Letter): string => {
  const { language, heading, paragraphs, button, lines, totals, facts, footnote } = letter;
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(oneLine(letter.subject))}</title>
<style>${dark}</style>
</head>
<body class="paper" style="margin:0;background:#f8f4ed;font-family:${sans}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" class="paper" style="background:#f8f4ed">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px">
<tr><td class="ink" style="padding:0 8px 20px;color:#26211b;font:600 20px/1.15 ${serif}">Wares</td></tr>
<tr><td class="card" style="background:#ffffff;border-radius:12px;padding:32px 28px">
<h1 class="ink" style="margin:0 0 16px;color:#26211b;font:500 25px/1.2 ${serif}">${escaped(heading)}</h1>
${paragraphs.map((one) => `<p class="ink" style="margin:0 0 16px;color:#26211b;font-size:16px;line-height:1.5">${escaped(one)}</p>`).join("\n")}
${lines ? `${table(lines.map(lineRow).join("\n"))}` : ""}
${totals ? table(totals.map(totalRow).join("\n")) : ""}
${facts ? table(facts.map(factRow).join("\n")) : ""}
${letter.address ? addressBlock(letter.address) : ""}
${button ? buttonBlock(button) : ""}
</td></tr>
<tr><td class="quiet" style="padding:20px 8px 0;color:#665e53;font-size:14px;line-height:1.5">${escaped(footnote)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>`;
};

const table = (rows: string): string =>
  `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:8px 0 16px">\n${rows}\n</table>`;

const cell = "font-size:14px;line-height:1.5;padding:10px 0;border-top:1px solid #e6dfd3";

const lineRow = ({ name, note, price, pictureUrl }: LetterLine): string => {
  const picture = pictureUrl
    ? `<img src="${address(pictureUrl)}" width="64" height="80" alt="" style="display:block;border-radius:8px;object-fit:cover">`
    : "";
  return `<tr>
<td class="line" width="${picture ? 76 : 0}" valign="top" style="${cell}">${picture}</td>
<td class="line" valign="top" style="${cell}"><span class="ink" style="color:#26211b">${escaped(name)}</span><br><span class="quiet" style="color:#665e53">${escaped(note)}</span></td>
<td class="line ink" valign="top" align="right" style="${cell};color:#26211b;white-space:nowrap;font-variant-numeric:tabular-nums">${escaped(price)}</td>
</tr>`;
};

const totalRow = (
  [label, value]: readonly [string, string],
  nth: number,
  all: readonly unknown[],
): string => {
  const weight = nth === all.length - 1 ? ";font-weight:600" : "";
  const style = `font-size:14px;line-height:1.5;padding:3px 0;color:#26211b${weight}`;
  return `<tr><td class="ink" style="${style}">${escaped(label)}</td><td class="ink" align="right" style="${style};white-space:nowrap;font-variant-numeric:tabular-nums">${escaped(value)}</td></tr>`;
};

const factRow = ([label, value]: readonly [string, string]): string =>
  `<tr><td class="line quiet" style="${cell};color:#665e53">${escaped(label)}</td><td class="line ink" align="right" style="${cell};color:#26211b">${escaped(value)}</td></tr>`;

const addressBlock = ({ title, lines }: NonNullable<Letter["address"]>): string =>
  `<p class="quiet" style="margin:0 0 4px;color:#665e53;font-size:14px;line-height:1.5">${escaped(title)}</p>
<p class="ink" style="margin:0 0 24px;color:#26211b;font-size:14px;line-height:1.5">${lines.map(escaped).join("<br>")}</p>`;

const buttonBlock = ({ text, url }: NonNullable<Letter["button"]>): string =>
  `<table role="presentation" cellpadding="0" cellspacing="0"><tr><td style="padding:8px 0"><a class="button" href="${address(url)}" style="display:inline-block;background:#1f5c3f;color:#ffffff;text-decoration:none;font-size:16px;font-weight:600;line-height:1.5;padding:12px 24px;border-radius:8px">${escaped(text)}</a></td></tr></table>`;
