import { Link } from "react-router";
import { usePath, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { useReportView } from "../layout/behaviours.ts";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/product.page.ts";
import { About } from "./about.tsx";
import { BuyBar } from "./buy-bar.tsx";
import { Buy } from "./buy.tsx";
import { Gallery } from "./gallery.tsx";
import { ProductGrid } from "./product-card.tsx";
import { productWords } from "./product-words.ts";
import { loadProduct, writeReview } from "./product.server.ts";
import { Reviews } from "./reviews.tsx";
import { chosenVariant, picturesOf } from "./variants.ts";

export const loader = ({ params, request, context }: Route.LoaderArgs) =>
  loadProduct(params.slug, request, context.get(visitContext));
export const action = ({ params, request, context }: Route.ActionArgs) =>
  writeReview(params.slug, request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location, loaderData }) => {
  if (!loaderData) return titleOf(location, "Wares");
  const { product } = loaderData;
  const other = {
    en: `/p/${product.slugs.en}`,
    zh: `/zh/p/${product.slugs.zh ?? product.slugs.en}`,
  };
  return [
    ...titleOf(location, product.name, { description: product.description }),
    { tagName: "link", rel: "alternate", hrefLang: "en", href: other.en },
    { tagName: "link", rel: "alternate", hrefLang: "zh", href: other.zh },
  ];
};

export default function ProductPage({ loaderData, actionData }: Route.ComponentProps) {
  const say = useWords(productWords);
  const path = usePath();
  const { product, sku, goesWith, alsoViewed } = loaderData;
  const chosen = chosenVariant(product, sku);
  useReportView(product.id);
  return (
    <div className="wrap">
      <nav aria-label={say.breadcrumb}>
        <ol className="crumbs">
          <li>
            <Link to={path("/")}>Wares</Link>
          </li>
          {product.breadcrumbs.map(({ id, slug, name }) => (
            <li key={id}>
              <Link to={path(`/c/${slug}`)}>{name}</Link>
            </li>
          ))}
        </ol>
      </nav>
      {product.status !== "Active" && <Notice title={say.notSold} />}
      <div className="product">
        <Gallery key={chosen.sku} product={product} pictures={picturesOf(product, chosen)} />
        <Buy key={product.id} page={loaderData} chosen={chosen} />
      </div>
      <About product={product} sku={chosen.sku} />
      <Reviews page={loaderData} problem={actionData?.problem} />
      {goesWith.length > 0 && (
        <section className="section" aria-labelledby="with-title">
          <div className="section-head">
            <h2 id="with-title">{say.goesWith}</h2>
            <Link to={path(`/search?brand=${encodeURIComponent(product.brand)}`)}>
              {say.allOf(product.brand)}
            </Link>
          </div>
          <ProductGrid products={goesWith} isFour source="goes-with" />
        </section>
      )}
      {alsoViewed.length > 0 && (
        <section className="section" aria-labelledby="also-title">
          <div className="section-head">
            <h2 id="also-title">{say.alsoViewed}</h2>
          </div>
          <ProductGrid products={alsoViewed} isFour source="also-viewed" />
        </section>
      )}
      <BuyBar product={product} chosen={chosen} />
    </div>
  );
}
