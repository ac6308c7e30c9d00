import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { families } from "./families.ts";
import { picturesOf } from "./pictures.ts";

const tile = { width: 160, height: 200 };

/** All finished pictures on one page, a row to a form: what stands out in it does not belong. */
export const contactSheet = async (folder: string, file: string): Promise<void> => {
  const rows = families
    .map((form) => picturesOf(form).map(({ name }) => join(folder, `${name}.avif`)))
    .map((row) => row.filter((picture) => existsSync(picture)))
    .filter((row) => row.length > 0);
  const tiles = [];
  for (const [y, row] of rows.entries())
    for (const [x, picture] of row.entries()) {
      const input = await sharp(picture).resize(tile.width, tile.height).png().toBuffer();
      tiles.push({ input, left: x * tile.width, top: y * tile.height });
    }
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const [width, height] = [columns * tile.width, Math.max(1, rows.length) * tile.height];
  await sharp({ create: { width, height, channels: 3, background: "#f4f1ec" } })
    .composite(tiles)
    .png({ palette: true, colours: 256, dither: 0.6 })
    .toFile(file);
};
