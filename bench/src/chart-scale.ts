const TICKS = 5;

/** From 0 to at least `max`, in steps that people count in: 1, 2 or 5 and zeros. */
export const niceTicks = (max: number): readonly number[] => {
  if (!(max > 0)) return [0, 1];
  const rough = max / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999) ?? power;
  const count = Math.ceil((max / step) * 0.999);
  // Rounded to the step's own digits: 3 × 0.1 is not 0.3.
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Array.from({ length: count + 1 }, (_, nth) => Number((nth * step).toFixed(digits)));
};

/** Places in rising order, moved down where they would lie on each other. */
export const spreadOut = (places: readonly number[], gap: number): readonly number[] => {
  const spread: number[] = [];
  for (const place of places) spread.push(Math.max(place, (spread.at(-1) ?? -Infinity) + gap));
  return spread;
};
