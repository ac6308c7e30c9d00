import { type Context, createContext as contextOf } from "preact";

// oxlint-disable-next-line import/no-default-export -- parts of the router ask React for its default
export { default } from "preact/compat";
// @ts-expect-error -- described as one value, it is a module of names
export * from "preact/compat";

/** The router imports it, and calls it for transitions of React, which it is not asked for here. */
export const useOptimistic = <State>(state: State) => [state, change] as const;
const change = () => {};

/**
 * A provider remembers who reads from it, to tell them of changes. On the server nothing changes, and the
 * remembering was a third of a product page's rendering (3.2 → 2.2 ms): there it forgets them.
 */
export const createContext = <Value>(value: Value): Context<Value> =>
  import.meta.env.SSR ? forgetful(contextOf(value)) : contextOf(value);

type Provider = { sub: (reader: object) => void };
type Providing = (this: Provider, props: object) => unknown;

const forgetful = <Value>(context: Context<Value>): Context<Value> => {
  const provide = context as unknown as Providing;
  const Provider: Providing = function (props) {
    const children = provide.call(this, props);
    this.sub = () => {};
    return children;
  };
  return Object.assign(Provider, context, { Provider }) as unknown as Context<Value>;
};
