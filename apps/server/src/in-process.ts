import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

// Pages speak to the API, and the server to pages, in the web's own words: Request and Response.

type Call = (request: Request) => Promise<Response>;
/** Whose visit a page is drawn for: without it, all visitors would share one allowance of requests. */
export const remoteHeader = "wares-remote-address";
const bodyless = new Set(["GET", "HEAD"]);

/** The API without a socket: what a page asks is answered in this process. */
export const callInto =
  (app: FastifyInstance): Call =>
  async (request) => {
    const { pathname, search } = new URL(request.url);
    const payload = bodyless.has(request.method)
      ? undefined
      : Buffer.from(await request.arrayBuffer());
    const remoteAddress = request.headers.get(remoteHeader);
    const answer = await app.inject({
      ...(remoteAddress && { remoteAddress }),
      method: request.method as "GET",
      url: pathname + search,
      headers: Object.fromEntries(request.headers),
      ...(payload && payload.length > 0 && { payload }),
    });
    const headers = new Headers();
    for (const [name, value] of Object.entries(answer.headers))
      for (const one of [value].flat()) if (one !== undefined) headers.append(name, String(one));
    const isEmpty = answer.statusCode === 204 || answer.statusCode === 304;
    return new Response(isEmpty ? null : answer.rawPayload, { status: answer.statusCode, headers });
  };

/** What came over the network, as a page wants it. The body is what the parser kept: bytes. */
export const toRequest = (request: FastifyRequest, origin: string): Request => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value].flat()) if (one !== undefined) headers.append(name, one);
  // Set last, so that nobody outside can say where they come from.
  headers.set(remoteHeader, request.ip);
  const { body } = request;
  const hasBody = !bodyless.has(request.method) && Buffer.isBuffer(body);
  const url = new URL(request.url, origin);
  return new Request(url, {
    method: request.method,
    headers,
    ...(hasBody && { body: new Uint8Array(body) }),
  });
};

export const sendResponse = async (response: Response, reply: FastifyReply) => {
  void reply.code(response.status);
  for (const [name, value] of response.headers)
    if (name !== "set-cookie") void reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) void reply.header("set-cookie", cookies);
  return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : null);
};
