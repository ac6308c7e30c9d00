import { nextTick } from "node:process";
import type pg from "pg";
import { withArraysAsText } from "./array-text.ts";

/**
 * What is asked of a connection in one turn of the event loop leaves in one write. Each statement by
 * itself is a system call, and wakes the server for a piece of what it is about to be told.
 */
export const sendTogether = (client: pg.PoolClient): void => {
  const { stream } = client.connection;
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown;
  let isHeld = false;
  const letGo = () => {
    isHeld = false;
    stream.uncork();
  };
  const query = (...given: unknown[]) => {
    if (!isHeld) {
      isHeld = true;
      stream.cork();
      nextTick(letGo);
    }
    return ask(...withArraysAsText(given));
  };
  client.query = query as typeof client.query;
};
