import type { StaffProduct } from "@wares/contracts";

/** The product's name, and which of its variants. */
export const titleOf = (product: StaffProduct, sku: string, language: "en" | "zh"): string => {
  const name = (language === "zh" && product.name.zh) || product.name.en;
  const variant = product.variants.find((one) => one.sku === sku);
  const set = variant && (variant.attributes[language] ?? variant.attributes.en);
  return [name, ...(set ? [Object.values(set).join(", ")] : [])].join(", ");
};
