import { useWords } from "../layout/locale.ts";
import { productWords } from "./product-words.ts";

const path = "M12 2.2l3 6.3 6.9.9-5 4.8 1.2 6.9L12 17.8l-6.1 3.3 1.2-6.9-5-4.8 6.9-.9z";
const Star = () => (
  <svg className="star" viewBox="0 0 24 24" aria-hidden="true">
    <path d={path} />
  </svg>
);

/** `one`: a single star as a sign beside a number. Otherwise five, so many of them full. */
export const Stars = ({ count = 5, one = false }: { count?: number; one?: boolean }) => {
  const say = useWords(productWords);
  if (one) return <Star />;
  const full = Math.round(count);
  return (
    <span className="stars" role="img" aria-label={say.outOf(full)}>
      {[1, 2, 3, 4, 5].map((place) =>
        place <= full ? (
          <Star key={place} />
        ) : (
          <span key={place} className="stars off">
            <Star />
          </span>
        ),
      )}
    </span>
  );
};
