import type { FastifyReply, FastifyRequest } from "fastify";
import { Refused, type Refusal } from "./outcome.ts";

const needed: Refusal = {
  refusal: "request.if_match_needed",
  status: 428,
  message: "Send If-Match with the ETag you read, so that nobody's change is lost.",
  field: "/headers/if-match",
};
export const stale: Refusal = {
  refusal: "request.stale",
  status: 412,
  message: "Somebody changed this since you read it. Read it again.",
};

/** The revision the client read. `*` is refused: an edit that does not know what it edits. */
export const ifMatch = ({ headers }: FastifyRequest): number => {
  const revision = /^"(\d{1,15})"$/.exec(headers["if-match"] ?? "")?.[1];
  if (revision === undefined) throw new Refused(needed);
  return Number(revision);
};

export const tag = (reply: FastifyReply, revision: number): FastifyReply =>
  reply.header("etag", `"${revision}"`);
