import { useEffect, useRef, useState } from "react";
import { catalogue, useWords } from "../layout/locale.ts";
import clearedFile from "./cleared-table.svg?url";
import cleared from "./cleared-table.svg?raw";
import laidFile from "./laid-table.svg?url";
import laid from "./laid-table.svg?raw";

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
  const name = isCleared ? "cleared" : "laid";
  const { scene, drawing } = useDrawing(name);
  return (
    <svg
      ref={scene}
      className="hero-scene"
      viewBox="0 0 1600 720"
      role="img"
      aria-label={say[name]}
      dangerouslySetInnerHTML={{ __html: drawing }}
    />
  );
};

// The server sends the drawing within the page. A browser that hydrates keeps it as it stands, and
// fetches the drawing only when it comes here from another page.
const withoutFrame = (svg: string) => svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
const onServer = import.meta.env.SSR
  ? { laid: withoutFrame(laid), cleared: withoutFrame(cleared) }
  : { laid: "", cleared: "" };
const files = { laid: laidFile, cleared: clearedFile };

const useDrawing = (name: keyof typeof files) => {
  const scene = useRef<SVGSVGElement>(null);
  const [drawing, setDrawing] = useState(onServer[name]);
  useEffect(() => {
    if (scene.current?.childElementCount !== 0) return;
    const fetching = fetch(files[name]).then((response) => response.text());
    // A home page without its drawing is one still.
    fetching.then((svg) => setDrawing(withoutFrame(svg))).catch(() => undefined);
  }, [name]);
  return { scene, drawing };
};
