import { Problem } from "@wares/contracts";
import { uuidv7 } from "@wares/platform";
import Type, { type TSchema } from "typebox";
import { Compile } from "typebox/compile";
import { Value } from "typebox/value";
import { expect, test } from "vitest";
import { clerk } from "./clerk.ts";
import { openApiClient } from "./openapi-client.ts";
import { placesOf, put, sampleOf, spoilers, type Path } from "./hostile.samples.ts";
import { shopper } from "./shopper.ts";
import { ourShop } from "./our-shop.ts";

// Whatever is sent to any operation of the document, the answer is an answer: never a 5xx, and
// where one field is to blame, that field's name.

const { url, ...hint } = ourShop();
const { call, operations } = await openApiClient(url);
const { customer, signIn } = shopper(call);
const staff = await clerk(call, hint);

// An owner of their own: what is tried on the password must not lock out the one of the shop.
const someOwner = async () => {
  const { userId, email, password } = await customer();
  const body = { roles: ["customer", "owner"] };
  await call("setRoles", { token: staff.token, params: { userId }, body });
  return (await signIn(email, password)).accessToken;
};
const token = await someOwner();
const { sku, id: productId } = await staff.goods(50);

const atOnceMax = 12;
const placesMax = 40;
const inTurns = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>) => {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: atOnceMax }, worker));
};

const known: Readonly<Record<string, () => string>> = {
  sku: () => sku,
  productId: () => productId,
  slug: () => productId,
  token: () => "no-such-token-0123456789",
};
type Sent = Readonly<{ method: string; path: string; query?: string; text?: string }>;
const send = async ({ method, path, query = "", text }: Sent) => {
  const place = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => known[name]?.() ?? uuidv7());
  const response = await fetch(`${url}${place}${query}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "if-match": '"1"',
      ...(text !== undefined && { "content-type": "application/json" }),
    },
    ...(text !== undefined && { body: text }),
    signal: AbortSignal.timeout(20_000),
  });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (isStream) await response.body?.cancel();
  const body: unknown = isStream ? {} : JSON.parse((await response.text()) || "{}");
  return { status: response.status, body };
};
/** What is wrong with an answer; undefined where nothing is. */
const faultOf = ({ status, body }: Awaited<ReturnType<typeof send>>): string | undefined => {
  if (status >= 500) return `${status}`;
  return status >= 400 && !Value.Check(Problem, body) ? "no problem document" : undefined;
};
const shown = (value: unknown) => (JSON.stringify(value) ?? "").slice(0, 120);

const all = [...operations.values()];
const withBody = all.flatMap(({ method, path, operation }) => {
  const schema = operation.requestBody?.content["application/json"]?.schema;
  return schema ? [[operation.operationId, { method, path, schema }] as const] : [];
});

test("the document has bodies to spoil", () => expect(withBody.length).toBeGreaterThan(25));

// A webhook's body is text until its signature was checked: it has no fields to name.
const withFields = withBody.filter(([, { schema }]) => "properties" in schema);
test.for(withFields)("%s bears every spoiled field, and names it", async ([, operation]) => {
  const { method, path, schema } = operation;
  const validator = Compile(Type.Unsafe(schema) as TSchema);
  const sample = () => sampleOf(schema);
  expect([...validator.Errors(sample())]).toEqual([]);
  const cases = placesOf(sample())
    .slice(0, placesMax)
    .flatMap((at) => spoilers.map((spoiler) => ({ at, spoiler })));
  const faults: string[] = [];
  await inTurns(cases, async ({ at, spoiler }: { at: Path; spoiler: unknown }) => {
    const body = put(sample(), at, spoiler);
    const answer = await send({ method, path, text: JSON.stringify(body) });
    const pointer = `/${at.join("/")}`;
    const fault = faultOf(answer) ?? blameOf(answer, pointer, validator.Check(body));
    if (fault) faults.push(`${pointer} = ${shown(spoiler)}: ${fault} ${shown(answer.body)}`);
  });
  expect(faults).toEqual([]);
});

const blameOf = (
  { status, body }: Awaited<ReturnType<typeof send>>,
  pointer: string,
  isValid: boolean,
): string | undefined => {
  if (isValid) return undefined;
  if (status !== 400) return `${status} instead of 400`;
  const { field } = body as { field?: string };
  const isNamed = field !== undefined && (pointer.startsWith(field) || field.startsWith(pointer));
  return isNamed && field !== "" ? undefined : `blames ${field}`;
};

test.for(withBody)("%s bears bodies that are none", async ([, { method, path, schema }]) => {
  const sample = sampleOf(schema) as object;
  const deep = `${'{"a":'.repeat(1_000)}1${"}".repeat(1_000)}`;
  const polluted = `{"__proto__":{"isAdmin":true},${JSON.stringify(sample).slice(1)}`;
  const texts: readonly [string, number | undefined][] = [
    ["", undefined],
    ["{", 400],
    ["null", undefined],
    ["[]", undefined],
    ['"text"', undefined],
    ["1e999", undefined],
    [deep, 400],
    [`[${"[".repeat(1_000)}`, 400],
    [polluted.replace(",}", "}"), 400],
    [JSON.stringify({ ...sample, noSuchField: 1 }), 400],
    [JSON.stringify({ ...sample, padding: "x".repeat(2_000_000) }), 413],
  ];
  const faults: string[] = [];
  await inTurns(texts, async ([text, expected]) => {
    const answer = await send({ method, path, text });
    const isExpected = expected === undefined || answer.status === expected;
    const fault = faultOf(answer) ?? (isExpected ? undefined : `not ${expected}`);
    const isRefused = answer.status >= 400;
    if (fault ?? !isRefused) faults.push(`${text.slice(0, 60)}: ${fault} ${shown(answer)}`);
  });
  expect(faults).toEqual([]);
});

const queries = [
  "limit=0",
  "limit=-1",
  "limit=1.5",
  "limit=1e18",
  "limit=99999999999999999999",
  "after=AAAA",
  "after=%00",
  "after=eyJhIjoxfQ",
  "page=99999999",
  "language=xx",
  "currency=XXX",
  "query=%ED%A0%80",
  "query=%00",
  "query='%3B--",
  "query=%25_%5C",
  `query=${"x".repeat(5_000)}`,
  "query=a&query=b",
  "skus=&skus=%00",
  "noSuchField=1",
  "__proto__[a]=1",
  "attribute=a:b&attribute=:",
  "categoryId=1",
  "from=9999-99-99&to=0001-01-01",
  "from=0001-01-01&to=9999-12-31",
  "priceMin=99999999999999999999",
];
const reads = all.filter(({ method }) => method === "GET");
test.for(reads.map(({ path, operation }) => [operation.operationId, path] as const))(
  "%s bears every query",
  async ([, path]) => {
    const faults: string[] = [];
    await inTurns(queries, async (query) => {
      const fault = faultOf(await send({ method: "GET", path, query: `?${query}` }));
      if (fault) faults.push(`${query.slice(0, 60)}: ${fault}`);
    });
    expect(faults).toEqual([]);
  },
);

const paths = [
  "%00",
  "%ED%A0%80",
  "..%2f..%2fetc",
  "'%3B--",
  "x".repeat(600),
  "%F0%9F%92%A9",
  "-1",
];
test("every address bears every name", async () => {
  const faults: string[] = [];
  const cases = all
    .filter(({ path }) => path.includes("{"))
    .flatMap(({ method, path }) => paths.map((name) => ({ method, path, name })));
  await inTurns(cases, async ({ method, path, name }) => {
    const text = method === "GET" || method === "DELETE" ? {} : { text: "{}" };
    const answer = await send({ method, path: path.replaceAll(/\{\w+\}/g, name), ...text });
    const fault = faultOf(answer);
    if (fault) faults.push(`${method} ${path} ${name}: ${fault} ${shown(answer.body)}`);
  });
  expect(faults).toEqual([]);
});
