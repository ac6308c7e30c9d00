import { Suspense } from "react";
import { Link, useRouteLoaderData } from "react-router";
import { ProductCard, ProductGrid } from "../catalogue/product-card.tsx";
import type { FrameOf } from "../layout/frame.server.ts";
import { Icon } from "../layout/icon.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import { titleOf } from "../layout/page-meta.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/home.page.ts";
import { SaleBand } from "../sales/later.tsx";
import { Families } from "./families.tsx";
import { ForYou } from "./for-you.tsx";
import { HeroScene } from "./hero-scene.tsx";
import { homeWords } from "./home-words.ts";
import { loadHome } from "./home.server.ts";
import { Opening } from "./opening.tsx";

export const loader = ({ request, context }: Route.LoaderArgs) =>
  loadHome(request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(
    location,
    { en: homeWords.en.title, zh: homeWords.zh.title },
    { description: homeWords[location.pathname === "/zh" ? "zh" : "en"].text },
  );

export default function HomePage({ loaderData }: Route.ComponentProps) {
  const say = useWords(homeWords);
  const path = usePath();
  const frame = useRouteLoaderData("root") as FrameOf | undefined;
  const { flash, newest, onSale, forYou } = loaderData;
  if (newest.length === 0) return <Opening />;
  return (
    <>
      <div className="wrap">
        <section className="hero">
          <div className="hero-words">
            <h1>{say.sentence}</h1>
            <p>{say.text}</p>
            <Link className="button main" to={path("/search?sort=Newest")}>
              {say.seeNew}
              <Icon name="arrow-right" small className="icon-flips" />
            </Link>
          </div>
          <HeroScene />
        </section>
      </div>
      {flash && (
        <Suspense>
          <SaleBand flash={flash} />
        </Suspense>
      )}
      {frame && frame.families.length > 0 && (
        <Families families={frame.families} thingCount={frame.thingCount} />
      )}
      <Newest products={newest} />
      {forYou.length > 0 && <ForYou items={forYou} />}
      {onSale.length > 0 && (
        <section className="section sale-band" aria-labelledby="sale-title">
          <div className="wrap">
            <div className="section-head">
              <h2 id="sale-title">{say.onSale}</h2>
              <Link to={path("/search?onSale=true")}>{say.allOnSale}</Link>
            </div>
            <ProductGrid products={onSale} isFour source="sale" />
          </div>
        </section>
      )}
    </>
  );
}

const Newest = ({ products }: { products: Route.ComponentProps["loaderData"]["newest"] }) => {
  const say = useWords(homeWords);
  return (
    <section className="wrap section" aria-labelledby="new-title">
      <div className="section-head">
        <h2 id="new-title">{say.new}</h2>
        <Link to={usePath()("/search?sort=Newest")}>{say.allNew}</Link>
      </div>
      <ul className="new-grid">
        {products.map((product, place) => (
          <li key={product.id}>
            <ProductCard
              product={product}
              source="new"
              isLarge={place === 0}
              {...(place === 0 && { tag: say.isNew })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
};
