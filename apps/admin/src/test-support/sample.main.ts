import { fileURLToPath } from "node:url";
import { sampleServer } from "./sample-server.ts";

const app = await sampleServer(fileURLToPath(new URL("../../dist", import.meta.url)));
const address = await app.listen({ host: "127.0.0.1", port: 0 });
// The one line somebody at a terminal needs.
// oxlint-disable-next-line eslint/no-console -- a development command tells where it listens
console.log(`${address}/admin`);
