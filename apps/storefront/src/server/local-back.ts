/** Where to go afterwards, as a form says it: a path of ours, or home. Never another site. */
export const localBack = (value: unknown) =>
  typeof value === "string" && /^\/(?![/\\])[^\s\\]{0,500}$/.test(value) ? value : "/";
