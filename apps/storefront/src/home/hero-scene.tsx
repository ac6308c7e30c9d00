import { useEffect, useRef, useState } from "react";
import { catalogue, useWords } from "../layout/locale.ts";
import { clearedTable, laidTable } from "./hero-drawings.ts";

const words = catalogue({
  en: {
    laid: "A desk lamp, a mug, a vase, a bowl and a fern on an oak table",
    cleared: "A lamp on an oak table, cleared",
  },
  zh: {
    laid: "橡木桌上的台灯、马克杯、花瓶、碗和蕨",
    cleared: "收拾干净的橡木桌，上面一盏灯",
  },
});

/** Window light in the light theme, a lit lamp in the dark one: the drawing is the same. */
export const HeroScene = ({ isCleared = false }: { isCleared?: boolean }) => {
  const say = useWords(words);
  const name = isCleared ? "clearedTable" : "laidTable";
  const { scene, drawing } = useDrawing(name);
  return (
    <svg
      ref={scene}
      className="hero-scene"
      viewBox="0 0 1600 720"
      role="img"
      aria-label={isCleared ? say.cleared : say.laid}
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  );
};

// The server sends the drawing within the page. A browser that hydrates keeps it as it stands, and
// fetches the drawing only when it comes here from another page.
const onServer = import.meta.env.SSR
  ? { laidTable, clearedTable }
  : { laidTable: "", clearedTable: "" };

const useDrawing = (name: keyof typeof onServer) => {
  const scene = useRef<SVGSVGElement>(null);
  const [drawing, setDrawing] = useState(onServer[name]);
  useEffect(() => {
    if (scene.current?.childElementCount !== 0) return;
    void import("./hero-drawings.ts").then((all) => setDrawing(all[name]));
  }, [name]);
  return { scene, drawing };
};
