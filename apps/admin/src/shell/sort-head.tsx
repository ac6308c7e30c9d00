import { ArrowDown, ArrowUp } from "lucide-react";
import { useAddress } from "./use-address.ts";

/** The names the API has for the two directions; what a list begins with is in no address. */
export type Sort = Readonly<{ up?: string; down?: string; first?: "up" | "down" }>;

/** Pressed once it sorts by this column, pressed again the other way round. */
export const SortHead = ({
  name,
  className,
  sort,
}: {
  name: string;
  className: string | undefined;
  sort: Sort;
}) => {
  const { address, change } = useAddress();
  const asked = address.get("sort");
  const { up, down } = sort;
  const now =
    asked === null ? sort.first : asked === up ? "up" : asked === down ? "down" : undefined;
  const isUp = now === "up";
  const other = isUp || up === undefined ? "down" : "up";
  const wanted = now === undefined ? (down === undefined ? "up" : "down") : other;
  const to = wanted === sort.first ? undefined : sort[wanted];
  const canTurn = now === undefined || (up !== undefined && down !== undefined);
  const Arrow = isUp ? ArrowUp : ArrowDown;
  return (
    <th
      className={className}
      aria-sort={now === undefined ? undefined : isUp ? "ascending" : "descending"}
    >
      <button type="button" onClick={() => canTurn && change({ sort: to })}>
        {name}
        {now !== undefined && <Arrow aria-hidden />}
      </button>
    </th>
  );
};
