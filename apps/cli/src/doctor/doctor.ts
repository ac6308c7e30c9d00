import { explain, type Say } from "../report.ts";
import { checkDatabase, databaseTodo, type DatabaseLook } from "./database.checks.ts";
import { broken, exitCodeOfFindings, findingLines, type Finding } from "./finding.ts";
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
  /** What to look at the database with; in words why there is none yet; or what kept it from opening. */
  database: DatabaseLook | string | Readonly<{ failure: unknown }>;
  say: Say;
}>;

const lookAtDatabase = async (database: DoctorLook["database"]): Promise<readonly Finding[]> => {
  if (typeof database === "string") return [{ name: "Database", state: "Missing", text: database }];
  if ("failure" in database) return [broken("Database", explain(database.failure), databaseTodo)];
  return checkDatabase(database);
};

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
    ...(await lookAtDatabase(database)),
    checkPages(look.pages),
    checkBrowser(look.path, look.chromium),
  ];
  for (const text of findingLines(findings)) say(text);
  return { findings, exitCode: exitCodeOfFindings(findings) };
};
