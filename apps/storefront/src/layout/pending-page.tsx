import { type ReactNode, useEffect, useState } from "react";
import { useLocation, useNavigation } from "react-router";
import { SkeletonGrid } from "../catalogue/product-card.tsx";

/** So long a page may take before its outline takes its place; quicker ones would only flicker. */
const patience = 250;

/** Where the next page is slow, its outline stands there at once, of the same size as what comes. */
export const WhilePending = ({ children }: { children: ReactNode }) => {
  const { pathname } = useLocation();
  const { state, location, formData } = useNavigation();
  const next = state === "loading" && !formData ? location.pathname : pathname;
  const isLeaving = next !== pathname;
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isLeaving) return undefined;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, [isLeaving, next]);
  const isOutlined = isLeaving && isSlow;
  // Whoever changes their mind finds the page as they left it.
  return (
    <>
      <div hidden={isOutlined}>{children}</div>
      {isOutlined && <Outline pathname={next} />}
    </>
  );
};

export const Outline = ({ pathname }: { pathname: string }) => {
  const isProduct = /\/p\//.test(pathname);
  return (
    <div className="wrap loading">
      <p className="crumbs">
        <span className="skeleton-line short" />
      </p>
      {isProduct ? (
        <div className="product">
          <div className="gallery">
            <span className="picture" />
          </div>
          <Lines count={6} />
        </div>
      ) : /\/(c|search)(\/|$)/.test(pathname) ? (
        <>
          <Lines count={2} />
          <SkeletonGrid count={6} />
        </>
      ) : (
        <Lines count={8} />
      )}
    </div>
  );
};

const Lines = ({ count }: { count: number }) => (
  <div aria-hidden="true">
    {Array.from({ length: count }, (_, place) => (
      <span key={place} className={place % 3 === 2 ? "skeleton-line short" : "skeleton-line"} />
    ))}
  </div>
);
