import type { ProductView } from "@wares/contracts";
import { type MouseEvent, useRef, useState } from "react";
import { useWords } from "../layout/locale.ts";
import { Picture } from "../layout/picture.tsx";
import { productWords } from "./product-words.ts";

type Props = { product: ProductView; pictures: ProductView["images"] };

/** Thumbnails beside it on a desk, a swipe on a phone; a press opens the large picture. */
export const Gallery = ({ product, pictures }: Props) => {
  const say = useWords(productWords);
  const [place, setPlace] = useState(0);
  const stage = useRef<HTMLOListElement>(null);
  const zoom = useRef<HTMLDialogElement>(null);
  const go = (to: number) => (event: MouseEvent) => {
    const element = stage.current;
    if (!element) return;
    event.preventDefault();
    element.scrollTo({ left: to * element.clientWidth, behavior: "smooth" });
  };
  const openZoom = (event: MouseEvent) => {
    event.preventDefault();
    zoom.current?.showModal();
  };
  if (pictures.length === 0) {
    return (
      <section className="gallery" aria-label={say.pictures}>
        <Picture name={product.name} family={product.familyKey} sizes="" />
      </section>
    );
  }
  const large = pictures[place] ?? pictures[0];
  return (
    <section className="gallery" aria-label={say.pictures}>
      <ol
        className="gallery-stage"
        ref={stage}
        // Scrollable, so the keyboard must reach it.
        tabIndex={0}
        aria-label={say.swipe(pictures.length)}
        onScroll={({ currentTarget }) =>
          setPlace(Math.round(currentTarget.scrollLeft / Math.max(1, currentTarget.clientWidth)))
        }
      >
        {pictures.map((picture, at) => (
          <li key={picture.id} id={`view-${at + 1}`}>
            <a
              className="picture"
              href={fileOf(picture.url)}
              aria-label={`${say.zoom}: ${picture.altText}`}
              onClick={openZoom}
            >
              <Picture
                picture={picture}
                name={product.name}
                sizes="(min-width: 80rem) 650px, (min-width: 48rem) 55vw, 100vw"
                isFirst={at === 0}
              />
            </a>
          </li>
        ))}
      </ol>
      {pictures.length > 1 && (
        <Thumbs product={product} pictures={pictures} place={place} onGo={go} />
      )}
      <dialog ref={zoom} className="zoom" aria-label={large?.altText}>
        <button
          className="zoom-close"
          aria-label={say.closeZoom}
          onClick={() => zoom.current?.close()}
        >
          {large && <Picture picture={large} name={product.name} sizes="100vw" />}
        </button>
      </dialog>
    </section>
  );
};

type ThumbsProps = Props & { place: number; onGo: (to: number) => (event: MouseEvent) => void };

const Thumbs = ({ product, pictures, place, onGo }: ThumbsProps) => {
  const say = useWords(productWords);
  return (
    <>
      <ol className="gallery-thumbs">
        {pictures.map((picture, at) => (
          <li key={picture.id}>
            <a
              href={`#view-${at + 1}`}
              aria-current={at === place || undefined}
              aria-label={say.picture(at + 1, pictures.length)}
              onClick={onGo(at)}
            >
              <span className="picture">
                <Picture picture={picture} name={product.name} sizes="72px" isDecoration />
              </span>
            </a>
          </li>
        ))}
      </ol>
      <span className="gallery-place" aria-hidden="true">
        {place + 1} / {pictures.length}
      </span>
    </>
  );
};

const fileOf = (url: string) => (url.startsWith("/pictures/") ? `${url}-960.webp` : url);
