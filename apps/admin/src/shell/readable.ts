/** A code nobody wrote words for, as words: card_velocity_exceeded is Card velocity exceeded. */
export const readable = (code: string): string => {
  const words = code
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[_\-\s]+/g, " ")
    .trim();
  const rest = words.slice(1);
  return words.slice(0, 1).toUpperCase() + (/[A-Z]{2}/.test(rest) ? rest : rest.toLowerCase());
};

/** Written by a machine: one word, or several that are joined. */
export const isCode = (text: string): boolean =>
  /^[a-z0-9]+(?:[_-][a-z0-9]+)+$/.test(text) || /^[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+$/.test(text);
