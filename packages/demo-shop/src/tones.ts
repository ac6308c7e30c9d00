import type { Bilingual } from "./demo-product.ts";

/** Every tone pictures come in, as a person says it and as a swatch shows it. */
export const tones = {
  celadon: { name: { en: "Celadon", zh: "青瓷" }, swatch: "#8fbfa9" },
  oat: { name: { en: "Oat", zh: "燕麦白" }, swatch: "#ece4d4" },
  ink: { name: { en: "Ink", zh: "墨蓝" }, swatch: "#2c4663" },
  terracotta: { name: { en: "Terracotta", zh: "赤陶" }, swatch: "#bd6142" },
  ochre: { name: { en: "Ochre", zh: "赭黄" }, swatch: "#d09f3d" },
  forest: { name: { en: "Forest", zh: "松林绿" }, swatch: "#2f5540" },
  charcoal: { name: { en: "Charcoal", zh: "炭黑" }, swatch: "#383634" },
  plum: { name: { en: "Plum", zh: "梅子红" }, swatch: "#733f48" },
  sky: { name: { en: "Sky", zh: "天青" }, swatch: "#7fa9cb" },
  rust: { name: { en: "Rust", zh: "铁锈红" }, swatch: "#a4502c" },
  sand: { name: { en: "Sand", zh: "沙色" }, swatch: "#cdb994" },
  rose: { name: { en: "Rose", zh: "豆沙粉" }, swatch: "#cf9a96" },
  moss: { name: { en: "Moss", zh: "苔绿" }, swatch: "#6d7c45" },
  snow: { name: { en: "Snow", zh: "雪白" }, swatch: "#f4f3ef" },
  copper: { name: { en: "Copper", zh: "紫铜" }, swatch: "#c98a5e" },
  steel: { name: { en: "Steel", zh: "钢色" }, swatch: "#cbc9c4" },
  brass: { name: { en: "Brass", zh: "黄铜" }, swatch: "#d8bd7a" },
  oak: { name: { en: "Oak", zh: "橡木" }, swatch: "#b98b57" },
  walnut: { name: { en: "Walnut", zh: "胡桃木" }, swatch: "#6b4a35" },
} as const satisfies Record<string, Readonly<{ name: Bilingual; swatch: `#${string}` }>>;

export type ToneName = keyof typeof tones;
