import type { Review as ReviewOf } from "@wares/contracts";
import { Form, Link } from "react-router";
import { fullDay } from "../layout/dates.ts";
import { useLanguage, usePath, useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { productWords } from "./product-words.ts";
import type { ProductPageOf } from "./product.server.ts";
import { Stars } from "./stars.tsx";

type Props = { page: ProductPageOf; problem: string | undefined };

export const Reviews = ({ page, problem }: Props) => {
  const say = useWords(productWords);
  const { reviews, stars } = page;
  const { rating } = reviews;
  return (
    <section className="section" id="reviews" aria-labelledby="reviews-title">
      <div className="reviews">
        <div>
          <h2 id="reviews-title">{rating ? say.reviewsTitle(rating.count) : say.noReviews}</h2>
          {rating && (
            <>
              <p className="row spaced">
                <span className="score">{rating.average.toFixed(1)}</span>
                <Stars count={rating.average} />
              </p>
              <Histogram counts={reviews.histogram} />
            </>
          )}
          <Write page={page} problem={problem} />
        </div>
        <div>
          {stars && (
            <p className="small soft space-below">
              {say.onlyStars(stars)}{" "}
              <Link to="?#reviews" preventScrollReset>
                {say.allReviews(rating?.count ?? 0)}
              </Link>
            </p>
          )}
          {stars && reviews.reviews.length === 0 && <p>{say.noneWithStars}</p>}
          {reviews.reviews.map((review) => (
            <Review key={review.id} review={review} />
          ))}
          {reviews.next && (
            <p className="spaced-more">
              <Link
                to={`?after=${encodeURIComponent(reviews.next)}${stars ? `&rating=${stars}` : ""}#reviews`}
                preventScrollReset
              >
                {say.moreReviews}
              </Link>
            </p>
          )}
        </div>
      </div>
    </section>
  );
};

/** Bars are links that filter. */
const Histogram = ({ counts }: { counts: number[] }) => {
  const say = useWords(productWords);
  const all = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return (
    <ul className="histogram">
      {[5, 4, 3, 2, 1].map((stars) => {
        const count = counts[stars - 1] ?? 0;
        return (
          <li key={stars}>
            <Link to={`?rating=${stars}#reviews`} preventScrollReset>
              <span className="row tight">
                {stars}
                <Stars one />
                <span className="hidden-text">{say.stars}</span>
              </span>
              <svg
                className="bar"
                viewBox="0 0 100 1"
                preserveAspectRatio="none"
                aria-hidden="true"
              >
                <rect width={(100 * count) / all} height="1" />
              </svg>
              <span className="count">
                {count}
                <span className="hidden-text"> {say.reviewsCount(count)}</span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
};

const Review = ({ review }: { review: ReviewOf }) => {
  const language = useLanguage();
  const { author, rating, title, text, createdAt } = review;
  return (
    <article className="review" lang={review.language === language ? undefined : review.language}>
      <Stars count={rating} />
      <h3>{title}</h3>
      <p>{text}</p>
      <footer>
        <strong>{author}</strong>
        <time dateTime={createdAt}>{fullDay(createdAt, language)}</time>
      </footer>
    </article>
  );
};

const Write = ({ page, problem }: Props) => {
  const say = useWords(productWords);
  const path = usePath();
  if (!page.canReview) {
    const next = encodeURIComponent(path(`/p/${page.product.slug}#reviews`));
    return (
      <Link className="button" to={path(`/sign-in?next=${next}`)}>
        {say.signInToWrite}
      </Link>
    );
  }
  return (
    <details open={problem !== undefined}>
      <summary className="button">{say.write}</summary>
      <Form method="post" className="stack spaced">
        {problem && <Notice tone="error" title={problem} />}
        <div className="field">
          <label htmlFor="review-stars">{say.yourStars}</label>
          <select className="select" id="review-stars" name="rating" defaultValue="5">
            {[5, 4, 3, 2, 1].map((stars) => (
              <option key={stars} value={stars}>
                {say.outOf(stars)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="review-title">{say.yourTitle}</label>
          <input className="input" id="review-title" name="title" required maxLength={120} />
        </div>
        <div className="field">
          <label htmlFor="review-text">{say.yourText}</label>
          <textarea className="input tall" id="review-text" name="text" required maxLength={4000} />
        </div>
        <div className="field">
          <label htmlFor="review-author">{say.yourName}</label>
          <input
            className="input"
            id="review-author"
            name="author"
            autoComplete="nickname"
            required
            maxLength={60}
          />
        </div>
        <button className="button">{say.sendReview}</button>
      </Form>
    </details>
  );
};
