import { inject } from "vitest";
import { ofThisWorker } from "@wares/testkit/worker";
import type { OpenShop } from "./shop.setup.ts";

/** The one that this worker's journeys have to themselves while they run; other files came before them. */
export const ourShop = (): OpenShop => ofThisWorker(inject("shops"));
