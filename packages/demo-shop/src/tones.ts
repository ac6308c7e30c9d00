import type { Bilingual } from "./demo-product.ts";

/** Every tone pictures come in, as a person says it and as a swatch shows it. */
export const tones = {
  celadon: { name: { en: "Celadon", zh: "青瓷" }, swatch: "#8eb5a3" },
  oat: { name: { en: "Oat", zh: "燕麦白" }, swatch: "#e8e3d6" },
  ink: { name: { en: "Ink", zh: "墨蓝" }, swatch: "#2e445f" },
  terracotta: { name: { en: "Terracotta", zh: "赤陶" }, swatch: "#bb6543" },
  ochre: { name: { en: "Ochre", zh: "赭黄" }, swatch: "#d2a249" },
  forest: { name: { en: "Forest", zh: "松林绿" }, swatch: "#345640" },
  charcoal: { name: { en: "Charcoal", zh: "炭黑" }, swatch: "#383531" },
  plum: { name: { en: "Plum", zh: "梅子红" }, swatch: "#723943" },
  sky: { name: { en: "Sky", zh: "天青" }, swatch: "#8fb3ce" },
  rust: { name: { en: "Rust", zh: "铁锈红" }, swatch: "#99482f" },
  sand: { name: { en: "Sand", zh: "沙色" }, swatch: "#d5c1a4" },
  rose: { name: { en: "Rose", zh: "豆沙粉" }, swatch: "#d7a1a4" },
  moss: { name: { en: "Moss", zh: "苔绿" }, swatch: "#758054" },
  snow: { name: { en: "Snow", zh: "雪白" }, swatch: "#ecece9" },
  copper: { name: { en: "Copper", zh: "紫铜" }, swatch: "#db8f6c" },
  steel: { name: { en: "Steel", zh: "钢色" }, swatch: "#cccac6" },
  brass: { name: { en: "Brass", zh: "黄铜" }, swatch: "#dcc17f" },
  blackened: { name: { en: "Blackened", zh: "乌钢" }, swatch: "#504c48" },
  oak: { name: { en: "Oak", zh: "橡木" }, swatch: "#c09e74" },
  walnut: { name: { en: "Walnut", zh: "胡桃" }, swatch: "#74523e" },
  birch: { name: { en: "Birch", zh: "桦木" }, swatch: "#dbc8a6" },
  ebony: { name: { en: "Ebony", zh: "乌木" }, swatch: "#352c25" },
} as const satisfies Record<string, Readonly<{ name: Bilingual; swatch: `#${string}` }>>;

export type ToneName = keyof typeof tones;
