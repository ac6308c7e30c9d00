/** How far something has come. `share` is for work whose total is known in bytes and not in rows. */
export type Moment = Readonly<{
  label: string;
  /** What is counted: "rows", "products". */
  noun: string;
  done: number;
  total?: number;
  share?: number;
  elapsedMs: number;
}>;

export type Step = Readonly<Pick<Moment, "done" | "total" | "share">>;
export type Progress = Readonly<{ at: (step: Step) => void; end: (step: Step) => void }>;

/** Where the line goes: `process.stderr`, so that a file written to stdout stays clean. */
export type Screen = Readonly<{
  isTTY?: boolean;
  columns?: number;
  write: (text: string) => unknown;
}>;

const cells = 20;
const count = (value: number): string => Math.round(value).toLocaleString("en");

const duration = (seconds: number): string => {
  const whole = Math.ceil(seconds);
  return whole < 90 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
};

/** `Products ████████░░░░░░░░░░░░ 42 % · 8,150 of 19,406 products · 1,234/s · 9 s left` */
export const line = ({ label, noun, done, total, share, elapsedMs }: Moment): string => {
  const part = Math.min(1, Math.max(0, share ?? (total ? done / total : 0)));
  const isKnown = share !== undefined || Boolean(total);
  const filled = Math.floor(part * cells);
  const bar = `${"█".repeat(filled)}${"░".repeat(cells - filled)}`;
  const seconds = elapsedMs / 1_000;
  return [
    `${label} ${isKnown ? `${bar} ${Math.floor(part * 100)} %` : "…"}`,
    `${count(done)}${total ? ` of ${count(total)}` : ""} ${noun}`,
    // The first half second says nothing about the speed of the rest.
    ...(seconds >= 0.5 && done > 0 ? [`${count(done / seconds)}/s`] : []),
    ...(seconds >= 0.5 && isKnown && part > 0 && part < 1
      ? [`${duration((seconds / part) * (1 - part))} left`]
      : []),
  ].join(" · ");
};

/** What stays when it is over: `Products · 19,406 products · 14 s`. */
export const lastLine = ({ label, noun, done, elapsedMs }: Moment): string =>
  `${label} · ${count(done)} ${noun} · ${(elapsedMs / 1_000).toFixed(1)} s`;

const redrawMs = 100;

/** One line that redraws itself at most ten times a second. A log file gets the last one alone. */
export const progressOn =
  (screen: Screen, clock: () => number) =>
  (label: string, noun: string): Progress => {
    const start = clock();
    let drawn = -Infinity;
    const moment = (step: Step): Moment => ({ label, noun, ...step, elapsedMs: clock() - start });
    return {
      at: (step) => {
        if (!screen.isTTY || clock() - drawn < redrawMs) return;
        drawn = clock();
        const text = line(moment(step)).slice(0, (screen.columns ?? 80) - 1);
        screen.write(`\r\u001b[2K${text}`);
      },
      end: (step) => {
        screen.write(`${screen.isTTY ? "\r\u001b[2K" : ""}${lastLine(moment(step))}\n`);
      },
    };
  };
export type StartProgress = ReturnType<typeof progressOn>;
