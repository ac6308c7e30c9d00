import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { access, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Refused } from "@wares/platform";
import type { Routes } from "@wares/platform/http";
import Type from "typebox";

// Pictures are committed once, 960 px wide, as AVIF. Other sizes and WebP are made when first asked
// for, and kept.

const widths = [240, 480, 960];
const sourceWidth = 960;
const makingMax = 2;
const waitingMax = 200;

const PicturePath = Type.Object({
  file: Type.String({ pattern: "^[A-Za-z0-9-]{1,80}-[0-9]{3}\\.(avif|webp)$" }),
});

const missing = () =>
  new Refused({ refusal: "pictures.not_found", status: 404, message: "No such picture." });
const busy = () =>
  new Refused({ refusal: "platform.busy", status: 503, message: "Too many pictures at once." });

export const pictureRoutes =
  (sources: string, kept: string): Routes =>
  async (app) => {
    const make = maker(kept);
    app.get(
      "/:file",
      { schema: { params: PicturePath, hide: true }, config: { allow: "anyone" } },
      async ({ params: { file } }, reply) => {
        const [, name = "", width = "", kind = ""] = /^(.+)-(\d{3})\.(\w+)$/.exec(file) ?? [];
        const source = join(sources, `${name}.avif`);
        if (!widths.includes(Number(width)) || !(await exists(source))) throw missing();
        const isSource = kind === "avif" && Number(width) === sourceWidth;
        const picture = isSource ? source : await make(source, file, Number(width));
        return (
          reply
            .type(`image/${kind}`)
            .header("cache-control", "public, max-age=604800")
            // Mails show them too, from wherever they are read.
            .header("cross-origin-resource-policy", "cross-origin")
            .send(typeof picture === "string" ? createReadStream(picture) : picture)
        );
      },
    );
  };

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Where it is kept; or itself, where there is no room to keep it. */
type Picture = string | Buffer;

const keep = async (path: string, picture: Buffer): Promise<boolean> => {
  // Whole or not at all: a reader never sees half a picture.
  const half = `${path}.${randomUUID()}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, picture);
    await rename(half, path);
    return true;
  } catch {
    await rm(half, { force: true });
    return false;
  }
};

/** Two at a time, and each once, however many ask for it. */
const maker = (kept: string) => {
  const making = new Map<string, Promise<Picture>>();
  const queue: (() => void)[] = [];
  let running = 0;

  const turn = async () => {
    if (running < makingMax) return void (running += 1);
    if (queue.length >= waitingMax) throw busy();
    const { promise, resolve } = Promise.withResolvers<void>();
    queue.push(resolve);
    await promise;
  };
  const done = () => {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  };
  const draw = async (source: string, file: string, width: number): Promise<Picture> => {
    const path = join(kept, file);
    if (await exists(path)) return path;
    await turn();
    try {
      // Loaded by the first who needs it: a shop whose pictures are all made does without its library.
      const { default: sharp } = await import("sharp");
      const resized = sharp(source).resize(width);
      const picture = file.endsWith(".webp")
        ? await resized.webp({ quality: 84, smartSubsample: true }).toBuffer()
        : await resized.avif({ quality: 66, effort: 2 }).toBuffer();
      return (await keep(path, picture)) ? path : picture;
    } finally {
      done();
    }
  };
  return (source: string, file: string, width: number): Promise<Picture> => {
    const known = making.get(file);
    if (known) return known;
    const made = draw(source, file, width).finally(() => making.delete(file));
    making.set(file, made);
    return made;
  };
};
