/** Parsed by the server once per connection. A name must never stand for two texts. */
export const named = (name: string, { text, values }: { text: string; values: unknown[] }) => ({
  name,
  text,
  values,
});
