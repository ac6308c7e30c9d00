import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));

type Face = Readonly<{ name: string; folder: string; built: string; sources: string }>;
const shared = "packages/{ui,contracts}/src/**/*";
const faces: readonly Face[] = [
  {
    name: "storefront",
    folder: join(root, "apps/storefront"),
    built: join(root, "apps/storefront/build"),
    sources: `{${shared},apps/storefront/{src/**/*,*.config.ts,package.json}}`,
  },
  {
    name: "back office",
    folder: join(root, "apps/admin"),
    built: join(root, "apps/admin/dist"),
    sources: `{${shared},apps/admin/{src/**/*,index.html,*.config.ts,package.json}}`,
  },
];

/** For whoever wants to know whether pages can be shown. */
export const builtPages = faces.map(({ name, built }) => ({ name, file: join(built, ".sources") }));

/** Changes when a source does. By size and time: reading every file would cost more than it tells. */
const stateOf = ({ sources }: Face): string => {
  const hash = createHash("sha256");
  for (const file of globSync(sources, { cwd: root }).toSorted()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${Math.floor(mtimeMs)}\n`);
  }
  return hash.digest("hex");
};

/** Builds the pages whose sources changed since they were built. Answers what it built. */
export const buildPages = async (say: (line: string) => void): Promise<readonly string[]> => {
  const stale = faces.filter((face) => {
    const marker = join(face.built, ".sources");
    return (
      existsSync(face.folder) &&
      !(existsSync(marker) && readFileSync(marker, "utf8") === stateOf(face))
    );
  });
  await Promise.all(
    stale.map(async (face) => {
      say(`Building the ${face.name} …`);
      const state = stateOf(face);
      await build(face);
      writeFileSync(join(face.built, ".sources"), state);
    }),
  );
  return stale.map(({ name }) => name);
};

const build = ({ folder, name }: Face): Promise<void> =>
  new Promise((resolve, reject) => {
    const path = `${join(root, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`;
    const child = spawn("npm", ["run", "--silent", "build"], {
      cwd: folder,
      env: { ...process.env, PATH: path, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => (output = (output + chunk.toString()).slice(-4_000));
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`The ${name} could not be built:\n${output}`)),
    );
  });
