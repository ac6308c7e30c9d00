import { join } from "node:path";
import sharp from "sharp";

const width = 1600;
const height = 1000;
const round = 12;

const places = [
  { file: "home-desk-light-en.png", left: 40, top: 40, width: 1000, height: 620 },
  { file: "office-home-desk-dark-en.png", left: 560, top: 400, width: 1000, height: 560 },
  { file: "product-phone-dark-en.png", left: 100, top: 420, width: 262, height: 540 },
] as const;

/** What the README shows first: the shop by day, the back office by night, and a phone. */
export const composeReadmePicture = async (folder: string, file: string): Promise<void> => {
  const layers = await Promise.all(
    places.map(async ({ file: source, left, top, ...size }) => ({
      input: await card(join(folder, source), size.width, size.height),
      left: left - margin,
      top: top - margin,
    })),
  );
  await sharp({ create: { width, height, channels: 3, background: "#e9e4da" } })
    .composite(layers)
    .webp({ quality: 82, effort: 6 })
    .toFile(file);
};

const margin = 40;

/** A window with round corners on a soft shadow. */
const card = async (file: string, wide: number, high: number): Promise<Buffer> => {
  const mask = Buffer.from(
    `<svg width="${wide}" height="${high}"><rect width="100%" height="100%" rx="${round}"/></svg>`,
  );
  const window = await sharp(file)
    .resize({ width: wide, height: high, fit: "cover", position: "top" })
    .composite([{ input: mask, blend: "dest-in" }])
    .png()
    .toBuffer();
  const shadow = Buffer.from(
    `<svg width="${wide + 2 * margin}" height="${high + 2 * margin}"><rect x="${margin}" y="${margin + 8}" width="${wide}" height="${high}" rx="${round}" fill="#1a1712" opacity=".28"/></svg>`,
  );
  return sharp(await sharp(shadow).blur(16).png().toBuffer())
    .composite([{ input: window, left: margin, top: margin }])
    .png()
    .toBuffer();
};
