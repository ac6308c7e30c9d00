import { Resvg } from "@resvg/resvg-js";
import sharp, { type Sharp } from "sharp";

/** Drawn larger than needed and made smaller: every edge is smoothed over several pixels. */
const rasterise = (svg: string, width: number): Sharp => {
  const picture = new Resvg(svg, { fitTo: { mode: "width", value: width } }).render();
  const raw = { width: picture.width, height: picture.height, channels: 4 } as const;
  return sharp(picture.pixels, { raw }).removeAlpha();
};

/** What the shop serves: 960 by 1,200. Below quality 68 the codec eats the film grain and leaves blocks. */
export const asAvif = (svg: string): Promise<Buffer> =>
  rasterise(svg, 1600)
    .resize(960)
    .avif({ quality: 68, effort: 4, chromaSubsampling: "4:2:0" })
    .toBuffer();

/** Good enough to judge a form by, four times as quick. */
export const asDraft = (svg: string): Promise<Buffer> =>
  rasterise(svg, 800).resize(400).png().toBuffer();
