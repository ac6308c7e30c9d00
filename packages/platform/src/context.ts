import { AsyncLocalStorage } from "node:async_hooks";

/** Whose wish is being served: it goes along into every event and log line. */
export type Context = Readonly<{
  correlationId?: string;
  causationId?: string;
  userId?: string;
  traceparent?: string;
}>;

const storage = new AsyncLocalStorage<Context>();

export const currentContext = (): Context => storage.getStore() ?? {};
export const withContext = <Result>(context: Context, work: () => Result): Result =>
  storage.run(context, work);
