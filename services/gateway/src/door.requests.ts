import { Socket } from "node:net";
import { busy } from "@wares/platform";
import type { FastifyReply, FastifyRequest } from "fastify";
import { classOf, type LoadClass } from "./load-classes.ts";
import type { Shedding } from "./shedding.buckets.ts";

const { refusal, message, status } = busy;
const problem = Buffer.from(JSON.stringify({ type: refusal, title: message, status }));
const page = Buffer.from(`<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Very busy · Wares</title><body style="font:1rem/1.6 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem">
<h1>Very busy right now</h1><p>Many people are here at once. Nothing is lost, and nothing was bought twice. This page tries again by itself in a moment.</p>
<h1 lang="zh-Hans">现在人非常多</h1><p lang="zh-Hans">很多人同时在访问。什么都没有丢失，也没有重复购买。本页面稍后会自动重试。</p>
`);

// A page's own reads belong to the page, which was let in: half a page helps nobody.
const isWithinPage = ({ raw, method }: FastifyRequest): boolean =>
  method === "GET" && !(raw.socket instanceof Socket);

/** The first thing asked of a request: no body was read, nobody looked who it is, and a no is a few bytes. */
export const doorOf = ({ enter }: Pick<Shedding, "enter">) => {
  const kindOf = ({ method, url, routeOptions }: FastifyRequest): LoadClass => {
    const { url: route = "", config } = routeOptions;
    const [path = ""] = url.split("?", 1);
    return classOf({ method, route, path, allow: config.allow ?? "anyone" });
  };
  return (request: FastifyRequest, reply: FastifyReply): boolean => {
    if (isWithinPage(request)) return true;
    const entry = enter(kindOf(request));
    if ("leave" in entry) {
      const { raw } = reply;
      raw.once("finish", entry.leave);
      raw.once("close", entry.leave);
      return true;
    }
    turnAway(request, reply, entry.retryAfterSeconds);
    return false;
  };
};

const turnAway = (
  { id, url, method }: FastifyRequest,
  reply: FastifyReply,
  retryAfterSeconds: number,
): void => {
  const isPage = !url.startsWith("/api/");
  const body = isPage ? page : problem;
  reply.hijack();
  reply.raw.writeHead(status, {
    "content-type": isPage ? "text/html; charset=utf-8" : "application/problem+json",
    "content-length": body.length,
    "cache-control": "no-store",
    "retry-after": String(retryAfterSeconds),
    "x-request-id": id,
    // A form that was sent is not sent again behind its sender's back.
    ...(isPage && method === "GET" && { refresh: String(retryAfterSeconds) }),
  });
  reply.raw.end(method === "HEAD" ? undefined : body);
};
