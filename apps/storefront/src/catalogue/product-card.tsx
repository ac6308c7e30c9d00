import type { ProductCard as Card } from "@wares/contracts";
import { Suspense } from "react";
import { Link } from "react-router";
import { catalogue, usePath, useWords } from "../layout/locale.ts";
import { Price } from "../layout/money.tsx";
import { CardState } from "../sales/later.tsx";
import { useCardSale } from "../sales/use-card-sale.ts";
import { Dot, Picture } from "../layout/picture.tsx";
import { useReportClick } from "../layout/behaviours.ts";

const words = catalogue({
  en: {
    left: (count: number) => `${count} left`,
    soldOut: "Sold out",
    sale: "Sale",
    flash: "Flash sale",
    colours: (names: string) => `Colours: ${names}`,
    loading: "Loading",
  },
  zh: {
    left: (count: number) => `剩 ${count} 件`,
    soldOut: "售罄",
    sale: "特价",
    flash: "限时抢购",
    colours: (names: string) => `颜色：${names}`,
    loading: "正在加载",
  },
});

type GridProps = {
  products: Card[];
  isFour?: boolean;
  /** Where it stands, for what pages report. */
  source: string;
};

export const ProductGrid = ({ products, isFour = false, source }: GridProps) => (
  <ul className={isFour ? "product-grid four" : "product-grid"}>
    {products.map((product, place) => (
      <li key={product.id}>
        <ProductCard
          product={product}
          source={source}
          isFirst={source === "listing" && place < 3}
        />
      </li>
    ))}
  </ul>
);

/** Of the same size as what comes. */
export const SkeletonGrid = ({ count }: { count: number }) => (
  <ul className="product-grid loading" aria-label={useWords(words).loading}>
    {Array.from({ length: count }, (_, place) => (
      <li key={place} className="card">
        <span className="picture" />
        <span className="shelf-label">
          <span className="skeleton-line" />
          <span className="skeleton-line" />
        </span>
      </li>
    ))}
  </ul>
);

type CardProps = {
  product: Card;
  source: string;
  isFirst?: boolean;
  isLarge?: boolean;
  tag?: string;
};

/** A picture on a shelf, and under it two lines: name, price; one fact, colours or what is left. */
export const ProductCard = ({ product, source, isFirst, isLarge, tag }: CardProps) => {
  const path = usePath();
  const say = useWords(words);
  const report = useReportClick();
  const found = useCardSale(product.id);
  const isRunning = found?.phase === "running";
  const label = isRunning ? say.flash : tag;
  const { name, isInStock, picture, familyKey } = product;
  const kind = `card${isInStock ? "" : " sold-out"}${isLarge ? " large" : ""}`;
  const image = (
    <Picture
      picture={picture}
      name={name}
      family={familyKey}
      sizes={
        isLarge
          ? "(min-width: 80rem) 600px, (min-width: 64rem) 48vw, 100vw"
          : "(min-width: 80rem) 300px, (min-width: 48rem) 30vw, 46vw"
      }
      isFirst={isFirst ?? false}
    />
  );
  return (
    <article className={kind}>
      {label && <span className="tag">{label}</span>}
      {picture ? <span className="picture">{image}</span> : image}
      <div className="shelf-label">
        <Link
          className="card-link"
          to={path(`/p/${product.slug}`)}
          state={{ source }}
          prefetch="intent"
          onClick={() => report(product.id, source)}
        >
          {name}
        </Link>
        <Price
          price={product.price}
          salePrice={isRunning ? found.price : product.salePrice}
          isFrom={product.hasPriceRange && !isRunning}
        />
        {product.fact ? <span className="fact">{product.fact}</span> : <span />}
        {found ? (
          <span className="left">
            <Suspense>
              <CardState found={found} />
            </Suspense>
          </span>
        ) : (
          <Last product={product} />
        )}
      </div>
    </article>
  );
};

const Last = ({ product: { isInStock, left, colours } }: { product: Card }) => {
  const say = useWords(words);
  if (!isInStock) return <span className="left">{say.soldOut}</span>;
  if (left !== undefined) return <span className="left">{say.left(left)}</span>;
  if (colours.length < 2) return null;
  const names = colours.map(({ name }) => name).join(", ");
  return (
    <span className="swatch-dots" role="img" aria-label={say.colours(names)}>
      {colours.slice(0, 5).map(({ name, swatch }) => (
        <Dot key={name} colour={swatch} />
      ))}
    </span>
  );
};
