import type { Category } from "@wares/contracts";
import { Link } from "react-router";
import { usePath, useWords } from "../layout/locale.ts";
import { Picture } from "../layout/picture.tsx";
import { homeWords } from "./home-words.ts";

type Props = { families: Category[]; thingCount: number };

export const Families = ({ families, thingCount }: Props) => {
  const say = useWords(homeWords);
  const path = usePath();
  return (
    <section className="wrap section" id="families" aria-labelledby="families-title">
      <div className="section-head">
        <h2 id="families-title">{say.families(families.length)}</h2>
        <Link to={path("/search")}>{say.allThings(thingCount)}</Link>
      </div>
      <ul className="families">
        {families.map(({ id, slug, name, picture, productCount }) => (
          <li key={id}>
            <Link to={path(`/c/${slug}`)}>
              <span className="picture">
                <Picture picture={picture} name={name} family={slug} sizes="96px" isDecoration />
              </span>
              <span className="name">{name}</span>
              <span className="num">{productCount}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
