import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useLayoutEffect,
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

const loadLayer = () => import("./search-layer.tsx");
const SearchLayer = lazy(async () => ({ default: (await loadLayer()).SearchLayer }));
/** Whoever is about to type should not wait for code. */
export const warmSearchLayer = () => void loadLayer().catch(() => undefined);

/** Its code comes with the first letter that is typed, and stays. */
export const LazySearchLayer = () => {
  const { text } = useSearchLayer();
  const [isWanted, want] = useState(false);
  useSlashKey();
  useEffect(() => {
    if (text !== undefined) want(true);
  }, [text]);
  return isWanted ? (
    <Suspense>
      <SearchLayer />
    </Suspense>
  ) : null;
};

/** "/" goes to the field in the header, so that what is typed next is not lost: from the first moment on. */
const useSlashKey = () => {
  useLayoutEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement | null)?.closest(
        "input, textarea, select, dialog",
      );
      if (event.key !== "/" || isTyping || event.metaKey || event.ctrlKey) return;
      const field = document.querySelector<HTMLInputElement>(".header-search input");
      if (!field) return;
      event.preventDefault();
      field.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
};
