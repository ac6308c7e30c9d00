import type { Recommendations } from "@wares/contracts";
import { ProductGrid } from "../catalogue/product-card.tsx";
import { useWords } from "../layout/locale.ts";
import { homeWords } from "./home-words.ts";

type Items = Recommendations["items"];

/** Suggestions with their reason; the first reason names the shelf, and those of the same reason stand on it. */
export const ForYou = ({ items }: { items: Items }) => {
  const say = useWords(homeWords);
  const { because, kind } = items[0]?.reason ?? { kind: "Popular" };
  const sameReason = items.filter(({ reason }) => reason.because === because);
  const rest = items.filter(({ reason }) => reason.because !== because);
  const shown = [...sameReason, ...rest].slice(0, 3).map(({ product }) => product);
  const isTheirs = kind === "BecauseYouViewed" || kind === "BecauseYouBought";
  const title =
    because === undefined || !isTheirs
      ? isTheirs
        ? say.forYou
        : say.popular
      : kind === "BecauseYouBought"
        ? say.becauseBought(because)
        : say.becauseViewed(because);
  return (
    <section className="wrap section" aria-labelledby="for-you-title">
      <div className="for-you">
        <div className="reason">
          <div>
            <h2 id="for-you-title">{title}</h2>
            <p className="small soft spaced-little">{isTheirs ? say.othersToo : say.popularText}</p>
          </div>
        </div>
        <ProductGrid products={shown} source="for-you" />
      </div>
    </section>
  );
};
