import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useAddress } from "./use-address.ts";
import { useKeys } from "./use-keys.ts";

const pauseMs = 250;

/** Searches when the typing pauses; the address holds the words. */
export const SearchField = ({ label }: { label: string }) => {
  const { address, change } = useAddress();
  const inAddress = address.get("query") ?? "";
  const [typed, setTyped] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const field = useRef<HTMLInputElement>(null);
  useKeys({ "/": () => field.current?.focus() });
  // Back, or "drop the search": the field says what the address says.
  if (seen !== inAddress) {
    setSeen(inAddress);
    setTyped(inAddress);
  }
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  useEffect(() => {
    if (typed === inAddress) return;
    const timer = setTimeout(
      () => latest.current({ query: typed.trim() }, { replace: true }),
      pauseMs,
    );
    return () => clearTimeout(timer);
  }, [typed, inAddress]);
  return (
    <div className="aff find">
      <Search className="i" aria-hidden />
      <input
        ref={field}
        className="in"
        type="search"
        maxLength={200}
        placeholder={label}
        aria-label={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <kbd>/</kbd>
    </div>
  );
};
