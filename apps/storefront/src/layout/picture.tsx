import type { Picture as PictureOf } from "@wares/contracts";
import type { Static } from "typebox";
import { Icon, type IconName } from "./icon.tsx";

type Props = {
  picture?: Static<typeof PictureOf> | undefined;
  /** Stands in for a picture that is missing: its family's drawing on a tint of its own. */
  name: string;
  family?: string | undefined;
  /** How wide it is shown, as the browser needs it to choose a file. */
  sizes: string;
  isFirst?: boolean;
  /** Beside its own name a picture says nothing new. */
  isDecoration?: boolean;
};

const widths = [240, 480, 960];
const filesOf = (url: string, ending: string) =>
  widths.map((width) => `${url}-${width}.${ending} ${width}w`).join(", ");

/** Ours come in three widths and two formats; other addresses are used as they are. Always 4:5. */
export const Picture = ({ picture, name, family, sizes, isFirst, isDecoration }: Props) => {
  if (!picture) return <NoPicture name={name} family={family} />;
  const { url, altText } = picture;
  const isOurs = url.startsWith("/pictures/");
  const image = (
    <img
      src={isOurs ? `${url}-480.webp` : url}
      {...(isOurs && { srcSet: filesOf(url, "webp"), sizes })}
      width={960}
      height={1200}
      alt={isDecoration ? "" : altText}
      decoding="async"
      {...(isFirst ? { fetchPriority: "high" as const } : { loading: "lazy" as const })}
    />
  );
  return isOurs ? (
    <picture>
      <source type="image/avif" srcSet={filesOf(url, "avif")} sizes={sizes} />
      {image}
    </picture>
  ) : (
    image
  );
};

const familyIcons: Record<string, IconName> = {
  ceramics: "mug",
  lamps: "lamp",
  chairs: "chair",
  bags: "bag",
  notebooks: "notebook",
  audio: "audio",
  kitchen: "kitchen",
  textiles: "textiles",
  plants: "plant",
  watches: "watch",
  cycling: "cycling",
  toys: "toy",
};

const NoPicture = ({ name, family = "" }: { name: string; family?: string | undefined }) => {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9_973;
  return (
    <span className={`picture no-picture hue-${sum % 12}`}>
      <Icon name={familyIcons[family] ?? "box"} />
    </span>
  );
};

/** A colour from data, without a style attribute. */
export const Dot = ({ colour }: { colour: string }) => (
  <svg className="dot" viewBox="0 0 12 12" aria-hidden="true">
    <rect width="12" height="12" fill={colour} />
  </svg>
);
