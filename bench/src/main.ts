import { BadOption, readOptions, usage } from "./options.ts";
import { runBench } from "./run-bench.ts";

export { BadOption, readOptions, runBench, usage };
export type { Options } from "./options.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

const main = async (): Promise<number> => {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options !== "help") return await runBench(options, say);
    say(usage);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof BadOption ? 2 : 1;
  }
};

if (import.meta.main) process.exitCode = await main();
