// oxlint-disable-next-line import/no-default-export -- parts of the router ask React for its default
export { default } from "preact/compat";
// @ts-expect-error -- described as one value, it is a module of names
export * from "preact/compat";

/** The router imports it, and calls it for transitions of React, which it is not asked for here. */
export const useOptimistic = <State>(state: State) => [state, change] as const;
const change = () => {};
