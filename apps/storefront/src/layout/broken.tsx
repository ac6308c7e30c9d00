import { Link } from "react-router";
import { catalogue, usePath, useWords } from "./locale.ts";

const words = catalogue({
  en: {
    title: "Something broke on our side.",
    text: "It was not you. Nothing was bought or changed twice; try again in a moment.",
    again: "Try again",
    home: "Back to the shop",
  },
  zh: {
    title: "我们这边出了点问题。",
    text: "不是您的错。没有重复购买，也没有重复更改；请稍后再试。",
    again: "再试一次",
    home: "回到店里",
  },
});

export const Broken = () => {
  const say = useWords(words);
  const path = usePath();
  return (
    <div className="wrap quiet-page" role="alert">
      <h1>{say.title}</h1>
      <p className="soft">{say.text}</p>
      <div className="row">
        <a className="button main" href="">
          {say.again}
        </a>
        <Link className="button" to={path("/")}>
          {say.home}
        </Link>
      </div>
    </div>
  );
};
