import type { ProductCard } from "@wares/contracts";
import { Link } from "react-router";
import { useWords } from "../layout/locale.ts";
import { Price } from "../layout/money.tsx";
import { Picture } from "../layout/picture.tsx";
import type { loadSuggestions } from "../layout/frame.server.ts";
import { searchWords } from "./search-words.ts";

export type Answer = { address: string; label: string; group: Group; product?: ProductCard };
type Group = "queries" | "families" | "products";
type Found = Awaited<ReturnType<typeof loadSuggestions>>;

/** In the order in which arrows walk them: words, families, things. */
export const answersOf = (found: Found, path: (path: string) => string): Answer[] => [
  ...found.queries.slice(0, 5).map((label): Answer => {
    return { address: path(`/search?q=${encodeURIComponent(label)}`), label, group: "queries" };
  }),
  ...found.categories.slice(0, 4).map(({ slug, name }): Answer => {
    return { address: path(`/c/${slug}`), label: name, group: "families" };
  }),
  ...found.products.slice(0, 6).map((product): Answer => {
    return { address: path(`/p/${product.slug}`), label: product.name, group: "products", product };
  }),
];

type Props = { answers: Answer[]; chosen: number; query: string; isAnswered: boolean };

export const Answers = ({ answers, chosen, query, isAnswered }: Props) => {
  const say = useWords(searchWords);
  if (answers.length === 0) {
    return (
      <div className="answers" id="search-answers">
        <p className="soft" role="status">
          {query === "" ? say.typeSomething : isAnswered ? say.noAnswer(query) : say.looking}
        </p>
      </div>
    );
  }
  const rows = answers.map((answer, place) => ({ answer, place }));
  const group = (name: Group) => rows.filter(({ answer }) => answer.group === name);
  const words = [...group("queries"), ...group("families")];
  return (
    <div className="answers" id="search-answers" role="listbox" aria-label={say.answers}>
      {words.length > 0 && (
        <div role="group" aria-label={say.families}>
          <p className="answers-title" aria-hidden="true">
            {say.families}
          </p>
          {words.map(({ answer, place }) => (
            <Row key={answer.address} answer={answer} place={place} isChosen={place === chosen} />
          ))}
        </div>
      )}
      <div className="product-answers" role="group" aria-label={say.things}>
        <p className="answers-title" aria-hidden="true">
          {say.things}
        </p>
        {group("products").map(({ answer, place }) => (
          <Row key={answer.address} answer={answer} place={place} isChosen={place === chosen} />
        ))}
      </div>
    </div>
  );
};

const Row = ({ answer, place, isChosen }: { answer: Answer; place: number; isChosen: boolean }) => (
  <Link
    className="answer small"
    role="option"
    id={`answer-${place}`}
    aria-selected={isChosen}
    tabIndex={-1}
    to={answer.address}
  >
    {answer.product && (
      <span className="picture">
        <Picture
          picture={answer.product.picture}
          name={answer.label}
          family={answer.product.familyKey}
          sizes="64px"
          isDecoration
        />
      </span>
    )}
    <span>{answer.label}</span>
    {answer.product && <Price price={answer.product.price} salePrice={answer.product.salePrice} />}
  </Link>
);
