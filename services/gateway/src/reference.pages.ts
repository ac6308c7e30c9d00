import { once } from "node:events";
import { Worker } from "node:worker_threads";

export type Asked = Readonly<{ routePrefix: string; nonce: string; url: string; title: string }>;
export type Pages = Readonly<{ page: Buffer; script: Buffer }>;

const waitMsMax = 30_000;

/** The reference's page and its script, drawn when somebody first asks: 5 MB from then on, and none before. */
export const referencePages = (asked: Asked): (() => Promise<Pages>) => {
  let pages: Promise<Pages> | undefined;
  return () => {
    pages ??= draw(asked).catch((error: unknown) => {
      // Whoever asks next tries again.
      pages = undefined;
      throw error;
    });
    return pages;
  };
};

const draw = async (asked: Asked): Promise<Pages> => {
  const worker = new Worker(new URL("./reference.worker.ts", import.meta.url), {
    workerData: asked,
    // What was preloaded for the shop, such as tracing, is not for this.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 },
  });
  try {
    const signal = AbortSignal.timeout(waitMsMax);
    const [{ page, script }] = (await once(worker, "message", { signal })) as [
      Readonly<Record<keyof Pages, Uint8Array>>,
    ];
    return { page: Buffer.from(page), script: Buffer.from(script) };
  } finally {
    await worker.terminate();
  }
};
