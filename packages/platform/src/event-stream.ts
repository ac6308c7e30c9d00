import type { FastifyReply, FastifyRequest } from "fastify";

const heartbeatMs = 15_000;
const lifetimeMs = 10 * 60_000;

/**
 * Server-sent events for a page that is open. `start` gets `send` and answers how to stop. The
 * stream ends after ten minutes; browsers connect again by themselves.
 */
export const eventStream = (
  request: FastifyRequest,
  reply: FastifyReply,
  start: (send: (data: unknown) => void) => () => void,
): void => {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  raw.write("retry: 2000\n\n");
  const stop = start((data) => {
    // A reader who does not read is let go instead of being buffered for.
    if (raw.writableLength > 64 * 1024) raw.end();
    else raw.write(`data: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => raw.write(": still here\n\n"), heartbeatMs);
  const end = setTimeout(() => raw.end(), lifetimeMs);
  // Neither keeps a shop open that wants to close.
  beat.unref();
  end.unref();
  const finish = () => {
    clearInterval(beat);
    clearTimeout(end);
    stop();
  };
  // Who left before we got here says so no more.
  if (raw.destroyed || request.raw.destroyed) finish();
  else raw.once("close", finish);
};
