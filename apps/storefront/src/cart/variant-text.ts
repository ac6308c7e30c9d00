/** Moss, 350 ml */
export const variantText = (attributes: Record<string, string>) =>
  Object.values(attributes).join(", ");
