import type { Problem } from "@wares/contracts";

export type Asked = Readonly<{ url: URL; body: Record<string, unknown>; ifMatch: string | null }>;
export type Route = readonly [
  method: string,
  path: RegExp,
  answer: (asked: Asked, id: string) => unknown,
];

export const problem = (status: number, type: string, title: string, field?: string): Problem => ({
  type,
  title,
  status,
  ...(field && { field }),
});
export const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === "object" &&
  answer !== null &&
  "status" in answer &&
  "type" in answer &&
  "title" in answer;
export const missing = problem(404, "platform.no_such_page", "Nothing here.");

export const page = <One>(all: readonly One[], url: URL) => {
  const limit = Number(url.searchParams.get("limit") ?? 50);
  const from = Number(url.searchParams.get("after") ?? 0);
  const next = from + limit < all.length ? String(from + limit) : undefined;
  return { some: all.slice(from, from + limit), next: next && { next } };
};
export const matches = (url: URL, ...texts: string[]) => {
  const query = url.searchParams.get("query")?.toLowerCase();
  return !query || texts.some((text) => text.toLowerCase().includes(query));
};
