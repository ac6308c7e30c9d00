import type { Say } from "../report.ts";
import { checkDatabase, type DatabaseLook } from "./database.checks.ts";
import { exitCodeOfFindings, findingLines, type Finding } from "./finding.ts";
import {
  checkBinaries,
  checkBrowser,
  checkFolder,
  checkNode,
  checkPages,
  checkSecret,
  type Built,
} from "./machine.checks.ts";

export type DoctorLook = Readonly<{
  node: string;
  platform: string;
  arch: string;
  folder: string;
  /** The PostgreSQL that comes along, and none of the user's. */
  usesOwnDatabase: boolean;
  secret: string | undefined;
  pages: readonly Built[];
  path: string;
  chromium?: string;
  /** What to look at the database with, or in words why there is none to look at. */
  database: DatabaseLook | string;
  say: Say;
}>;

/** Looks at everything the shop stands on, and says what to do where something is wrong. */
export const examine = async (
  look: DoctorLook,
): Promise<Readonly<{ findings: readonly Finding[]; exitCode: 0 | 1 }>> => {
  const { database, say } = look;
  const findings: readonly Finding[] = [
    checkNode(look.node),
    checkBinaries(look.platform, look.arch, look.usesOwnDatabase),
    checkFolder(look.folder),
    checkSecret(look.secret),
    ...(typeof database === "string"
      ? [{ name: "Database", state: "Missing", text: database } as const]
      : await checkDatabase(database)),
    checkPages(look.pages),
    checkBrowser(look.path, look.chromium),
  ];
  for (const text of findingLines(findings)) say(text);
  return { findings, exitCode: exitCodeOfFindings(findings) };
};
