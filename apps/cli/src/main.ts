import { Command, Option } from "commander";
import { CannotStart } from "@wares/embedded-database";
import { BadConfiguration, readConfig, type Config } from "@wares/server";
import { start } from "./start.command.ts";

const configWith = (change: Readonly<Record<string, string | undefined>>): Config =>
  readConfig({ ...process.env, ...change });

const program = new Command("wares").description("A complete shop that you own.");

program
  .command("start", { isDefault: true })
  .description("open the shop")
  .addOption(new Option("--port <number>", "where it listens").env("PORT"))
  .option("--empty", "no demo goods and no development sign-in")
  .option("--reset", "forget everything and begin anew")
  .action(
    async ({
      port,
      empty = false,
      reset = false,
    }: {
      port?: string;
      empty?: boolean;
      reset?: boolean;
    }) => {
      await start(configWith({ PORT: port }), { isEmpty: empty, isReset: reset });
    },
  );

// One clear line for what a person can mend; a stack for what only we can.
const plain: Readonly<Record<string, (error: Error) => string>> = {
  EADDRINUSE: () => "That port is taken. Choose another: npm start -- --port 3001",
  EACCES: (error) => `Not allowed: ${error.message}`,
  ENOSPC: () => "The disk is full.",
  "28P01": () => "The database refused the user name or the password of DATABASE_URL.",
  "3D000": () => "The database that DATABASE_URL names does not exist.",
  ECONNREFUSED: () => "No database answers at DATABASE_URL.",
};

const told = (error: unknown): string => {
  if (error instanceof CannotStart || error instanceof BadConfiguration) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error ? String(error.code) : "";
  return plain[code]?.(error) ?? error.stack ?? error.message;
};

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = 1;
}
