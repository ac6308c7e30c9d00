import type { Language, Mail, MailBody, MailList } from "@wares/contracts";
import { mailboxStyle } from "./mailbox-style.ts";
import { mailboxWords } from "./mailbox-words.ts";

type Query = Readonly<
  Partial<Record<"id" | "to" | "after", string>> & { language?: Language; as?: "text" }
>;
export type Look = Readonly<{
  language: Language;
  /** As chosen in the shop; otherwise the browser decides. */
  theme: "light" | "dark" | undefined;
  query: Query;
}>;
export type Opened = MailBody | "missing" | undefined;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** An address of this page: what is asked now, and what is to be different. */
const at = (query: Query, change: Readonly<Record<string, string | undefined>>): string => {
  const all: Readonly<Record<string, string | undefined>> = { ...query, ...change };
  const given = Object.entries(all).filter((one): one is [string, string] => Boolean(one[1]));
  return escaped(`/mailbox?${new URLSearchParams(given).toString()}`);
};

const moment = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === "zh" ? "zh-CN" : "en-IE", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "UTC",
  }).format(new Date(instant));

/** A whole page, of nothing but HTML: a list of letters beside the one that is open. */
export const mailboxPage = (list: MailList, opened: Opened, look: Look): string => {
  const { language, theme, query } = look;
  const say = mailboxWords[language];
  const other = language === "en" ? "zh" : "en";
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-Hans" : "en"}"${theme ? ` data-theme="${theme}" style="color-scheme: ${theme}"` : ""}>
<head><meta charset="utf-8"><title>${say.title} · Wares</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>${mailboxStyle}</style></head>
<body class="${query.id ? "reading" : "browsing"}">
<header class="top"><h1><a href="${at({ ...(query.language && { language }) }, {})}">${say.title}</a></h1><p>${say.about}</p>
<div class="links"><a href="${at(query, { language: other })}" hreflang="${other}" lang="${other}">${say.other}</a>
<a href="/${language === "zh" ? "zh" : ""}">${say.shop}</a></div></header>
<main>${list.mails.length === 0 && !query.to && opened === undefined ? "" : listOf(list, opened, look)}
<article>${letterOf(list, opened, look)}</article></main></body></html>`;
};

const listOf = ({ mails, next }: MailList, opened: Opened, { language, query }: Look): string => {
  const say = mailboxWords[language];
  const openId = typeof opened === "object" ? opened.id : undefined;
  const item = ({ id, subject, to, createdAt, status }: Mail) => `<li>
<a href="${at(query, { id, as: undefined })}"${id === openId ? ' aria-current="true"' : ""}><b>${escaped(subject)}</b>
<small>${escaped(to)}</small><small>${moment(createdAt, language)} · <span${status === "Failed" ? ' class="failed"' : ""}>${say.status[status]}</span></small></a></li>`;
  const more = (href: string, words: string) => `<a class="more" href="${href}">${words}</a>`;
  const kept = query.language ? `<input type="hidden" name="language" value="${language}">` : "";
  return `<nav aria-label="${say.mails}">
<form class="find" action="/mailbox">${kept}<input type="search" name="to" maxlength="254" aria-label="${say.find}" placeholder="${say.find}" value="${escaped(query.to ?? "")}">
<button class="button">${say.search}</button></form>
<ol>${mails.map(item).join("")}</ol>
${query.after ? more(at(query, { after: undefined, id: undefined }), say.newest) : ""}
${next ? more(at(query, { after: next, id: undefined }), say.older) : ""}
${query.to ? more(at(query, { to: undefined, id: undefined }), say.all) : ""}</nav>`;
};

const letterOf = ({ mails }: MailList, opened: Opened, { language, query }: Look): string => {
  const say = mailboxWords[language];
  const empty = (title: string, hint: string) =>
    `<div class="empty"><h2>${escaped(title)}</h2><p>${hint}</p></div>`;
  const back = `<a class="back" href="${at(query, { id: undefined, as: undefined })}">${say.back}</a>`;
  if (opened === "missing") return back + empty(say.missing, say.missingHint);
  if (opened === undefined)
    return query.to && mails.length === 0
      ? empty(say.noneTo(query.to), "")
      : empty(say.none, say.noneHint);
  const { id, subject, to, createdAt, html, text } = opened;
  const isText = query.as === "text";
  const turn = isText
    ? `<a href="${at(query, { id, as: undefined })}">${say.asMail}</a>`
    : `<a href="${at(query, { id, as: "text" })}">${say.asText}</a>`;
  const letter = isText
    ? `<pre>${escaped(text)}</pre>`
    : `<iframe title="${say.mail}" sandbox="allow-popups allow-top-navigation-by-user-activation" srcdoc="${escaped(html)}"></iframe>`;
  return `${back}<h2>${escaped(subject)}</h2>
<dl class="facts"><div><dt>${say.to}</dt><dd>${escaped(to)}</dd></div><div><dt>${say.sent}</dt><dd>${moment(createdAt, language)} UTC</dd></div><div><dd>${turn}</dd></div></dl>
${letter}`;
};
