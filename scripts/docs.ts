// npm run docs: writes the pages that are read from the code.
import { writeFileSync } from "node:fs";
import { authorizationPage, eventMap, eventsPage, plan } from "../tests/house.ts";

const { routes, readers } = await plan();
writeFileSync("docs/events.md", eventsPage(eventMap(readers)));
writeFileSync("docs/authorization.md", authorizationPage(routes));
process.exit(0);
