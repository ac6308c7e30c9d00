import type { Language, Mail } from "@wares/contracts";

type MailboxWords = Readonly<{
  title: string;
  about: string;
  mails: string;
  mail: string;
  none: string;
  noneHint: string;
  noneTo: (address: string) => string;
  missing: string;
  missingHint: string;
  find: string;
  search: string;
  all: string;
  older: string;
  newest: string;
  back: string;
  to: string;
  sent: string;
  asMail: string;
  asText: string;
  other: string;
  shop: string;
  status: Readonly<Record<Mail["status"], string>>;
}>;

export const mailboxWords: Readonly<Record<Language, MailboxWords>> = {
  en: {
    title: "Mailbox",
    about: "What the shop would have sent. Here while you develop, and nowhere else.",
    mails: "Mails",
    mail: "The mail",
    none: "Nothing was sent yet",
    noneHint: "Buy something, or register: the shop's letters arrive here.",
    noneTo: (address) => `No mail to ${address}`,
    missing: "This mail is not here",
    missingHint: "It may be of another shop, or the address has a slip in it.",
    find: "Whole address",
    search: "Find",
    all: "All mails",
    older: "Older mails",
    newest: "Newest mails",
    back: "All mails",
    to: "To",
    sent: "Sent",
    asMail: "As it looks",
    asText: "Plain text",
    other: "中文",
    shop: "To the shop",
    status: { Queued: "Waiting", Sent: "Sent", Failed: "Failed", Withheld: "Not wanted" },
  },
  zh: {
    title: "收件箱",
    about: "店铺本该发出的邮件。仅在开发时可见。",
    mails: "邮件",
    mail: "邮件内容",
    none: "还没有发出邮件",
    noneHint: "下单或注册后，店铺的来信会出现在这里。",
    noneTo: (address) => `没有发给 ${address} 的邮件`,
    missing: "没有这封邮件",
    missingHint: "它可能属于另一家店铺，或者地址有误。",
    find: "完整邮箱地址",
    search: "查找",
    all: "全部邮件",
    older: "更早的邮件",
    newest: "最新的邮件",
    back: "全部邮件",
    to: "收件人",
    sent: "时间",
    asMail: "邮件样式",
    asText: "纯文本",
    other: "English",
    shop: "前往店铺",
    status: { Queued: "等待发送", Sent: "已发送", Failed: "发送失败", Withheld: "收件人不要" },
  },
};
