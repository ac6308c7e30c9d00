import { useSearchParams } from "react-router";

/** Changes what the address says; a changed filter starts at the first page again. */
export const useAddress = () => {
  const [address, setAddress] = useSearchParams();
  const change = (
    to: Readonly<Record<string, string | undefined>>,
    { replace = false, keepPage = false } = {},
  ) => {
    const next = new URLSearchParams(address);
    if (!keepPage) next.delete("after");
    for (const [name, value] of Object.entries(to))
      if (value) next.set(name, value);
      else next.delete(name);
    setAddress(next, { replace });
  };
  return { address, change };
};
