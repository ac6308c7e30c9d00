/** Moss, 350 ml · 苔绿，350 毫升 */
export const variantText = (attributes: Record<string, string>) => {
  const values = Object.values(attributes);
  return values.join(values.some((value) => /\p{Script=Han}/u.test(value)) ? "，" : ", ");
};
