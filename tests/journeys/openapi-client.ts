import Type, { type TSchema } from "typebox";
import { Compile } from "typebox/compile";

// A client that knows nothing but the document: where an operation lives, and what it may answer.

type Operation = Readonly<{
  operationId: string;
  security?: readonly unknown[];
  requestBody?: { content: Readonly<Record<string, { schema: TSchema }>> };
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
  signal?: AbortSignal;
}>;
export type Answered<Body = never> = Readonly<{ status: number; body: Body; headers: Headers }>;

export type Call = Awaited<ReturnType<typeof openApiClient>>["call"];
type Check = (response: Response, body: unknown) => void;

export const openApiClient = async (url: string) => {
  const document = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    openapi: string;
    paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  };
  const operations = new Map<string, Found & { check: Check }>(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [
        operation.operationId,
        { method: method.toUpperCase(), path, operation, check: checkOf(operation) },
      ]),
    ),
  );

  /** Calls an operation by its name, and holds the answer to what the document says of it. */
  const call = async <Body>(operationId: string, asked: Asked = {}): Promise<Answered<Body>> => {
    const found = operations.get(operationId);
    if (!found) throw new Error(`The document knows no ${operationId}`);
    const { method, path, check } = found;
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
      signal: asked.signal ?? AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    check(response, body);
    return { status: response.status, body: body as Body, headers: response.headers };
  };
  return { document, operations, call };
};

/** Schemas are compiled once: a compilation costs more than the request it checks. */
const checkOf = (operation: Operation): Check => {
  const validators = new Map<TSchema, ReturnType<typeof Compile>>();
  const validatorOf = (schema: TSchema) => {
    const known = validators.get(schema) ?? Compile(Type.Unsafe(schema) as TSchema);
    validators.set(schema, known);
    return known;
  };
  return ({ status, headers }, body) => {
    const documented =
      operation.responses[status] ?? operation.responses[`${Math.floor(status / 100)}XX`];
    if (!documented)
      throw new Error(
        `${operation.operationId} answered ${status}, which is not documented: ${JSON.stringify(body)}`,
      );
    const type = (headers.get("content-type") ?? "").split(";")[0] ?? "";
    const schema = documented.content?.[type]?.schema;
    if (body === undefined) return;
    if (!schema) throw new Error(`${operation.operationId}: ${type} is not documented`);
    const validator = validatorOf(schema);
    if (validator.Check(body)) return;
    const [first] = validator.Errors(body);
    throw new Error(`${operation.operationId}: ${first?.instancePath} ${first?.message}`);
  };
};
