/** What somebody typed into a field; a file, or nothing, counts as empty. */
export const fieldIn = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
};
