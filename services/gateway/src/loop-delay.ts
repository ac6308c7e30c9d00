// How late the event loop is, which is how long whoever comes now waits before anybody looks at them.
// Node's own histogram tells of everything since it was last reset; this tells of the last moments.

const everyMs = 20;
const weight = 0.3;

export const loopDelay = () => {
  let lateMs = 0;
  let atMs = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const late = Math.max(0, now - atMs - everyMs);
    lateMs += weight * (late - lateMs);
    atMs = now;
  }, everyMs);
  timer.unref();
  return { delayMs: () => lateMs, close: async () => clearInterval(timer) };
};
