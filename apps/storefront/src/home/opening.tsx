import { Link } from "react-router";
import { usePath, useWords } from "../layout/locale.ts";
import { HeroScene } from "./hero-scene.tsx";
import { homeWords } from "./home-words.ts";

/** A shop before its first thing: who comes to buy is told to come again, who runs it where to begin. */
export const Opening = () => {
  const say = useWords(homeWords);
  return (
    <div className="wrap">
      <section className="hero">
        <div className="hero-words">
          <h1>{say.opening}</h1>
          <p>{say.openingText}</p>
          <Link className="button main" to={usePath()("/register")}>
            {say.openAccount}
          </Link>
          <p className="small">
            {say.yourShop} <a href="/admin">{say.fillIt}</a>
          </p>
        </div>
        <HeroScene isCleared />
      </section>
    </div>
  );
};
