import Type, { type TSchema } from "typebox";
import { Compile } from "typebox/compile";

// A client that knows nothing but the document: where an operation lives, and what it may answer.

type Operation = Readonly<{
  operationId: string;
  responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: TSchema }>> }>>;
}>;
type Found = Readonly<{ method: string; path: string; operation: Operation }>;

export type Asked = Readonly<{
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | readonly string[]>>;
  body?: unknown;
  token?: string;
  guest?: string;
  headers?: Readonly<Record<string, string>>;
}>;
export type Answered<Body = never> = Readonly<{ status: number; body: Body; headers: Headers }>;

export const openApiClient = async (url: string) => {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const operations = new Map<string, Found>(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        { method: method.toUpperCase(), path, operation },
      ]),
    ),
  );

  /** Calls an operation by its name, and holds the answer to what the document says of it. */
  const call = async <Body>(operationId: string, asked: Asked = {}): Promise<Answered<Body>> => {
    const found = operations.get(operationId);
    if (!found) throw new Error(`The document knows no ${operationId}`);
    const { method, path, operation } = found;
    const place = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(asked.params?.[name] ?? ""),
    );
    const search = new URLSearchParams(
      Object.entries(asked.query ?? {}).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, String(one)]),
      ),
    );
    const response = await fetch(`${url}${place}?${search.toString()}`, {
      method,
      headers: {
        ...(asked.body !== undefined && { "content-type": "application/json" }),
        ...(asked.token && { authorization: `Bearer ${asked.token}` }),
        ...(asked.guest && { "wares-guest": asked.guest }),
        ...asked.headers,
      },
      ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    check(operation, response, body);
    return { status: response.status, body: body as Body, headers: response.headers };
  };
  return { document, call };
};

const check = (operation: Operation, { status, headers }: Response, body: unknown): void => {
  const documented =
    operation.responses[status] ??
    operation.responses[`${Math.floor(status / 100)}XX`] ??
    operation.responses[`${Math.floor(status / 100)}xx`];
  if (!documented)
    throw new Error(
      `${operation.operationId} answered ${status}, which is not documented: ${JSON.stringify(body)}`,
    );
  const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
  const schema = documented.content?.[type]?.schema;
  if (body === undefined || !schema) return;
  const validator = Compile(Type.Unsafe(schema) as TSchema);
  if (validator.Check(body)) return;
  const [first] = validator.Errors(body);
  throw new Error(`${operation.operationId}: ${first?.instancePath} ${first?.message}`);
};
