import { useLocation, useSearchParams } from "react-router";

/** The cursors of the pages before this one, kept beside the address in the browser's history. */
export const trailOf = (state: unknown): readonly string[] => {
  const { trail } = (state ?? {}) as Readonly<{ trail?: unknown }>;
  return Array.isArray(trail) ? trail.filter((one) => typeof one === "string") : [];
};

/** Changes what the address says; a changed filter starts at the first page again. */
export const useAddress = () => {
  const [address, setAddress] = useSearchParams();
  const { state } = useLocation();
  const change = (
    to: Readonly<Record<string, string | undefined>>,
    {
      replace = false,
      keepPage = false,
      trail = keepPage ? trailOf(state) : [],
    }: Readonly<{ replace?: boolean; keepPage?: boolean; trail?: readonly string[] }> = {},
  ) => {
    const next = new URLSearchParams(address);
    if (!keepPage) next.delete("after");
    for (const [name, value] of Object.entries(to))
      if (value) next.set(name, value);
      else next.delete(name);
    setAddress(next, { replace, state: { trail } });
  };
  return { address, change };
};
