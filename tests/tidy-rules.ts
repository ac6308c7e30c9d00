import { basename } from "node:path";

// The house rules no linter knows, as pure functions from source files to offenders.

export type Source = Readonly<{
  path: string;
  text: string;
  kind: string;
  home: string;
  name: string;
  imports: readonly string[];
}>;

export const sourceOf = (path: string, text: string): Source => {
  const imports = [...text.matchAll(/^(?:import|export)[^;]*? from "([^"]+)";$/gms)];
  const [kind = "", home = ""] = path.split("/");
  const froms = imports.map(([, from]) => from ?? "");
  return { path, text, kind, home, name: basename(path), imports: froms };
};

/** What a package says it needs, by folder: `services/orders`. */
export type Manifests = Readonly<Record<string, ReadonlySet<string>>>;

const isTest = ({ name }: Source) => /\.(test|examples)\./.test(name);
const inService = (source: Source) => source.kind === "services" && !isTest(source);
const isPure = ({ name }: Source) => /^[a-z0-9-]+(\.saga)?\.ts$/.test(name);
const isStore = ({ name }: Source) => name.endsWith(".store.ts");
const imports = (pattern: RegExp) => (source: Source) =>
  source.imports.some((from) => pattern.test(from));
const packageOf = (from: string) => /^(@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from;

const world =
  /\.(store|routes|service|commands|queries|cache|hashes|secrets|driver|sender|subscriptions)\.ts$|^@wares\/platform\/|^(node:(?!crypto$)|pg$|fastify)/;
const clockOrDice = /\b(Date\.now|new Date\(\)|Math\.random|randomUUID|await|fetch)\b/;
const foreignTables = ({ text, home }: Source) =>
  [...text.matchAll(/\b(?:from|into|update|join) (\w+)\.\w/g)].some(
    ([, schema]) => schema !== home && !text.includes(`as ${schema}(`),
  );

export type Rule = Readonly<{
  name: string;
  isBroken: (source: Source, manifests: Manifests) => boolean;
}>;

export const rules: readonly Rule[] = [
  {
    name: "file names are kebab-case",
    isBroken: ({ name }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z-]+)*\.(tsx?|mts)$/.test(name),
  },
  {
    name: "a file name says what the file is for",
    isBroken: ({ name }) =>
      /^(index|utils?|helpers?|common|misc|types|constants|shared)\./.test(name),
  },
  {
    name: "no file outgrows its reader",
    isBroken: (source) => source.text.split("\n").length > (isTest(source) ? 500 : 300),
  },
  {
    name: "services meet only in contracts and platform",
    isBroken: (source) =>
      inService(source) && imports(/^@wares\/(?!contracts$|platform(\/|$))/)(source),
  },
  {
    name: "nobody below the apps imports an app",
    isBroken: (source) =>
      source.kind !== "apps" &&
      source.kind !== "tests" &&
      imports(/^@wares\/(server|cli|admin|storefront)(\/|$)|\/apps\//)(source),
  },
  {
    name: "contracts depend on typebox alone",
    isBroken: (source) =>
      source.path.startsWith("packages/contracts/") &&
      !isTest(source) &&
      imports(/^(?!\.|typebox(\/|$))/)(source),
  },
  {
    name: "platform knows no service",
    isBroken: (source) =>
      source.path.startsWith("packages/platform/") &&
      !isTest(source) &&
      imports(/^@wares\/(?!contracts$)/)(source),
  },
  {
    // npm hoists: without this an undeclared import compiles, and runs, until a service moves out.
    name: "a package imports only what it declares",
    isBroken: (source, manifests) => {
      const declared = manifests[`${source.kind}/${source.home}`];
      const isOurs = (from: string) => /^(\.|node:|virtual:)/.test(from);
      return (
        declared !== undefined &&
        !isTest(source) &&
        source.imports.some((from) => !isOurs(from) && !declared.has(packageOf(from)))
      );
    },
  },
  {
    name: "a file that names no layer, and every saga, is pure",
    isBroken: (source) =>
      inService(source) &&
      isPure(source) &&
      (imports(world)(source) || clockOrDice.test(source.text)),
  },
  {
    name: "SQL lives in stores",
    isBroken: (source) =>
      inService(source) && !isStore(source) && /\bsql`|\.query\(/.test(source.text),
  },
  {
    name: "a store reads and writes its own schema only",
    isBroken: (source) => inService(source) && isStore(source) && foreignTables(source),
  },
  {
    name: "lists are read on by key, never by offset",
    isBroken: (source) =>
      inService(source) &&
      isStore(source) &&
      source.home !== "search" &&
      // A fixed, small offset ("all but the latest ten") skips nothing that grows.
      /\boffset\s+\$\{(?!\w*Max\})/i.test(source.text),
  },
  {
    name: "a silenced check has its reason beside it",
    isBroken: ({ text }) =>
      /@ts-(ignore|nocheck)|\bas any\b|[\w)\]]: any\b(?! )/.test(text) ||
      /(oxlint|eslint)-disable(?!.*--)/.test(text),
  },
  {
    name: "no test is left out",
    isBroken: (source) =>
      isTest(source) && /\b(it|test|describe)\.(skip|only|todo)\b/.test(source.text),
  },
  {
    name: "work left undone carries an issue number",
    isBroken: ({ text }) => /\b(FIXME|XXX|HACK)\b|\bTODO(?!\(#\d+\))/.test(text),
  },
];
