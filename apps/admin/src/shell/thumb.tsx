import { Image as ImageIcon } from "lucide-react";

/** `/pictures/<name>` is the shop's own and comes in widths; any other address is used as it is. */
export const pictureAt = (url: string, width: 240 | 480): string =>
  url.startsWith("/pictures/") ? `${url}-${width}.webp` : url;

/** Beside a name that says it all: the picture itself is silent. */
export const Thumb = ({ url, isLarge = false }: { url: string | undefined; isLarge?: boolean }) => {
  const className = isLarge ? "thumb l" : "thumb";
  if (url === undefined)
    return (
      <span className={`${className} none`} aria-hidden>
        <ImageIcon className="i" />
      </span>
    );
  return (
    <img className={className} src={pictureAt(url, 240)} alt="" loading="lazy" decoding="async" />
  );
};
