import { useEffect, useState } from "react";

/**
 * The shop's clock, carried on by the browser's own once it runs: a visitor's clock may be wrong by hours,
 * its seconds are not. The first rendering is the server's, to the letter.
 */
export const useShopNow = (told: string): number => {
  const [now, setNow] = useState(() => Date.parse(told));
  useEffect(() => {
    const ahead = Date.parse(told) - Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      const at = Date.now() + ahead;
      setNow(at);
      timer = setTimeout(tick, 1_000 - (at % 1_000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [told]);
  return now;
};
