const second = 1_000;
const hour = 3_600 * second;
const day = 24 * hour;

/** Over a day in days and hours; after that to the second, in signs of one width. */
export const countdownOf = (ms: number) => {
  const left = Math.max(0, Math.ceil(ms / second) * second);
  if (left >= day)
    return { days: Math.floor(left / day), hours: Math.floor((left % day) / hour) } as const;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two(left / hour)}:${two((left % hour) / 60_000)}:${two((left % 60_000) / second)}`;
  return { clock, minutes: Math.ceil(left / 60_000) } as const;
};

const milestones = [3_600, 600, 60, 10].map((seconds) => seconds * second);

/** What somebody who does not see the clock is told, once each: an hour, ten minutes, one minute, ten seconds. */
export const milestoneAt = (ms: number) => milestones.findLast((one) => ms <= one && ms > 0);
