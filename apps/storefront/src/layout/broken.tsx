import { Link, useLocation } from "react-router";
import { catalogue, usePath, useWords } from "./locale.ts";

const words = catalogue({
  en: {
    broken: [
      "Something broke on our side.",
      "It was not you. Nothing was bought or changed twice; try again in a moment.",
    ],
    offline: [
      "You seem to be offline.",
      "What you typed is not lost. Try again when you are back.",
    ],
    crowded: ["Many at the door at once.", "Give it a minute, and it will be quieter."],
    stranger: [
      "This page knows only its owner.",
      "Sign in, or open it by the link in the mail that we sent you.",
    ],
    again: "Try again",
    signIn: "Sign in",
    home: "Back to the shop",
  },
  zh: {
    broken: ["我们这边出了点问题", "不是您的错。没有重复购买，也没有重复更改；请稍后再试。"],
    offline: ["您好像断网了", "填写的内容没有丢失，恢复网络后再试。"],
    crowded: ["一下子来了很多人", "请等一分钟，就不挤了。"],
    stranger: ["这个页面只有主人能看", "请登录，或从我们发给您的邮件链接打开。"],
    again: "再试一次",
    signIn: "登录",
    home: "回到店里",
  },
});

export type Trouble = "broken" | "offline" | "crowded" | "stranger";

/** Says what happened in the shopper's words, and what to do next. */
export const Broken = ({ trouble = "broken" }: { trouble?: Trouble }) => {
  const say = useWords(words);
  const path = usePath();
  const { pathname } = useLocation();
  const [title, text] = say[trouble];
  return (
    <div className="wrap quiet-page" role="alert">
      {/* Where a page broke, what it would have been called went with it. */}
      <title>{`${title} · Wares`}</title>
      <h1>{title}</h1>
      <p className="soft">{text}</p>
      <div className="row">
        {trouble === "stranger" ? (
          <Link className="button main" to={path(`/sign-in?next=${encodeURIComponent(pathname)}`)}>
            {say.signIn}
          </Link>
        ) : (
          <a className="button main" href="">
            {say.again}
          </a>
        )}
        <Link className="button" to={path("/")}>
          {say.home}
        </Link>
      </div>
    </div>
  );
};
