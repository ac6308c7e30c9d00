import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Database } from "./database.ts";
import { claimKey, rememberAnswer, releaseKey } from "./idempotency.store.ts";
import { Refused, type Refusal } from "./outcome.ts";

const malformed: Refusal = {
  refusal: "request.invalid",
  status: 400,
  message: "Idempotency-Key is 8 to 128 letters, digits, '-' or '_'.",
  field: "/headers/idempotency-key",
};
const reused: Refusal = {
  refusal: "platform.idempotency_key_reused",
  status: 422,
  message: "This Idempotency-Key came with another request before.",
};
const running: Refusal = {
  refusal: "platform.idempotency_key_running",
  status: 409,
  message: "The first request with this Idempotency-Key is still running.",
};

type Claim = Readonly<{ principal: string; key: string }>;
const claims = new WeakMap<FastifyRequest, Claim>();

/**
 * `Idempotency-Key` on any POST: the same key, principal and request get the first answer again.
 * Our own objects are idempotent by ids the client chooses; the key serves clients that cannot.
 */
export const idempotencyKeys = (app: FastifyInstance, db: Database): void => {
  app.addHook("preHandler", async (request, reply) => {
    const key = request.headers["idempotency-key"];
    if (request.method !== "POST" || key === undefined) return;
    if (typeof key !== "string" || !/^[\w-]{8,128}$/.test(key)) throw new Refused(malformed);
    const principal = request.principal.userId ?? request.principal.guestId ?? "anyone";
    const fingerprint = createHash("sha256")
      .update(`${request.url}\n${JSON.stringify(request.body)}`)
      .digest("base64url");
    const known = await claimKey(db, { principal, key, fingerprint });
    if (!known) return void claims.set(request, { principal, key });
    if (known.fingerprint !== fingerprint) throw new Refused(reused);
    if (known.status === null) throw new Refused(running);
    return replay(reply, known.status, known.body ?? "");
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const claim = claims.get(request);
    if (!claim) return payload;
    claims.delete(request);
    // A failure of ours is no answer: the client may try the same key again.
    if (reply.statusCode >= 500 || typeof payload !== "string") await releaseKey(db, claim);
    else await rememberAnswer(db, { ...claim, status: reply.statusCode, body: payload });
    return payload;
  });
};

const replay = (reply: FastifyReply, status: number, body: string) =>
  reply
    .code(status)
    .header("idempotency-replayed", "true")
    .type(status >= 400 ? "application/problem+json" : "application/json")
    .send(body);
