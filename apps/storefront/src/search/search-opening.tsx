import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";

type Layer = { text: string | undefined; open: (text: string) => void; close: () => void };
const SearchLayerContext = createContext<Layer>({ text: undefined, open() {}, close() {} });
export const useSearchLayer = () => useContext(SearchLayerContext);

export const SearchLayerProvider = ({ children }: { children: ReactNode }) => {
  const [text, open] = useState<string>();
  const value = useMemo(() => ({ text, open, close: () => open(undefined) }), [text]);
  return <SearchLayerContext value={value}>{children}</SearchLayerContext>;
};

const SearchLayer = lazy(async () => ({
  default: (await import("./search-layer.tsx")).SearchLayer,
}));

/** Its code comes with the first letter that is typed, and stays. */
export const LazySearchLayer = () => {
  const { text, open } = useSearchLayer();
  const [isWanted, want] = useState(false);
  useSlashKey(open);
  useEffect(() => {
    if (text !== undefined) want(true);
  }, [text]);
  return isWanted ? (
    <Suspense>
      <SearchLayer />
    </Suspense>
  ) : null;
};

const useSlashKey = (open: (text: string) => void) => {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement | null)?.closest(
        "input, textarea, select, dialog",
      );
      if (event.key !== "/" || isTyping || event.metaKey || event.ctrlKey) return;
      event.preventDefault();
      open("");
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};
