import type { ProductCard } from "@wares/contracts";
import { Link } from "react-router";
import { ProductGrid } from "../catalogue/product-card.tsx";
import { SearchField } from "../search/search-field.tsx";
import { catalogue, usePath, useWords } from "./locale.ts";

const words = catalogue({
  en: {
    title: "No page lives at this address.",
    searched: "We searched for it instead; the first one is our best guess.",
    nothing: "Search for what you had in mind.",
    again: "Search again",
    search: "Search",
    near: "Nearest things",
    home: "Back to the shop",
  },
  zh: {
    title: "这个地址没有页面",
    searched: "我们替您搜了一下，第一件最有可能。",
    nothing: "搜一下您想找的东西。",
    again: "再搜一次",
    search: "搜索",
    near: "最接近的商品",
    home: "回到店里",
  },
});

type Props = { query?: string; products?: ProductCard[] };

/** What is missing is searched for: an address is often a name with a typing error. */
export const Lost = ({ query = "", products = [] }: Props) => {
  const say = useWords(words);
  const path = usePath();
  return (
    <div className="wrap quiet-page">
      <h1>{say.title}</h1>
      <p className="soft">{products.length > 0 ? say.searched : say.nothing}</p>
      <SearchField label={say.again} value={query} placeholder={say.again} button={say.search} />
      {products.length === 0 && (
        <p className="spaced">
          <Link className="button" to={path("/")}>
            {say.home}
          </Link>
        </p>
      )}
      {products.length > 0 && (
        <section className="section near" aria-labelledby="near-title">
          <div className="section-head">
            <h2 id="near-title">{say.near}</h2>
          </div>
          <ProductGrid products={products} isFour source="lost" />
        </section>
      )}
    </div>
  );
};
