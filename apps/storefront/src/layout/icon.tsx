import { iconDrawings } from "./icon-drawings.ts";

export type IconName = keyof typeof iconDrawings;

type Props = { name: IconName; small?: boolean; className?: string };

/** Always beside words or inside something that has a name: it says nothing by itself. */
export const Icon = ({ name, small = false, className = "" }: Props) => (
  <svg
    className={`icon ${small ? "icon-small" : ""} ${className}`.trimEnd()}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    dangerouslySetInnerHTML={{ __html: iconDrawings[name] }}
  />
);
