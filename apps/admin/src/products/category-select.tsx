import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../shell/language.tsx";
import { categoriesQuery } from "./products.queries.ts";

/** The tree of categories as one list, each indented by its level. */
export const CategorySelect = ({
  value,
  onChoose,
  any,
  ...rest
}: {
  value: string;
  onChoose: (categoryId: string) => void;
  /** What an empty choice is called, where there may be none. */
  any?: string;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-invalid"?: boolean;
  "aria-describedby"?: string | undefined;
}) => {
  const { language } = useLanguage();
  const { data = [] } = useQuery(categoriesQuery(language));
  const isUnknown = value !== "" && !data.some(({ id }) => id === value);
  return (
    <select {...rest} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
      {any !== undefined && <option value="">{any}</option>}
      {isUnknown && <option value={value}>{value.slice(0, 8)}…</option>}
      {data.map(({ id, name, level }) => (
        <option key={id} value={id}>
          {"  ".repeat(level)}
          {name}
        </option>
      ))}
    </select>
  );
};
