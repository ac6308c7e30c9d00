import { spawn } from "node:child_process";
import { env, execPath } from "node:process";
import { fileURLToPath } from "node:url";
import { openShopProcess, type ShopProcess } from "../shop-process.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** A shop on its first day: nothing in it but its owner. */
export const openEmptyShop = async (): Promise<ShopProcess> => {
  const shop = await openShopProcess({ args: ["--port", "0", "--empty"] });
  const hint = { email: "owner@example.org", password: "a long way to the first order" };
  const words = ["owner", "create", "--email", hint.email, "--username", "owner"];
  const child = spawn(execPath, ["bin/wares.mjs", ...words], {
    cwd: root,
    env: {
      ...env,
      WARES_FOLDER: shop.folder,
      DATABASE_URL: shop.databaseUrl,
      WARES_PASSWORD: hint.password,
      NODE_ENV: "production",
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (code === 0) return { ...shop, hint };
  await shop.close();
  throw new Error(`No owner: ${said}`);
};
