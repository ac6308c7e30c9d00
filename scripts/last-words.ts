import { stdout } from "node:process";
import { stripVTControlCharacters } from "node:util";
import type { Reporter, TestCase, TestModule } from "vitest/node";

const listMax = 20;

const placeOf = ({ module, fullName }: TestCase) => `${module.relativeModuleId} > ${fullName}`;

const firstLine = (test: TestCase): string =>
  stripVTControlCharacters(test.result().errors?.[0]?.message ?? "").split("\n")[0] ?? "";

/**
 * At the very end, where a log that was cut short still has them: what failed and with which words,
 * and what passed only when it was tried again.
 */
export class LastWords implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests.filter((test) => test.result().state === "failed");
    const flaky = tests.filter((test) => test.diagnostic()?.flaky);
    const lines = [
      ...failed.slice(0, listMax).map((test) => `FAILED  ${placeOf(test)}: ${firstLine(test)}`),
      ...flaky.slice(0, listMax).map((test) => `AT THE SECOND TRY  ${placeOf(test)}`),
    ];
    // The reporter before this one still has its summary to say.
    if (lines.length > 0) setImmediate(() => stdout.write(`\n${lines.join("\n")}\n`));
  }
}
