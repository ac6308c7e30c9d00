import { useEffect } from "react";
import { useActionData, useNavigation, useSubmit } from "react-router";
import type { Joined } from "./wait.server.ts";

const againMs = { least: 4_000, spread: 6_000 };

/** Takes a place as soon as scripts run; solves what the shop asks for; comes back where it is crowded. */
export const useJoining = (isWanted: boolean) => {
  const submit = useSubmit();
  const said = useActionData() as Joined | undefined;
  const isAsking = useNavigation().state !== "idle";
  const { trouble, proof } = said ?? {};
  const join = (fields: Record<string, string>) =>
    void submit(fields, { method: "post", replace: true });
  useEffect(() => {
    if (isWanted && !said) join({});
  }, [isWanted]);
  useEffect(() => {
    if (!isWanted || !proof) return undefined;
    const worker = new Worker(new URL("./proof.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<string>) =>
      join({ challenge: proof.challenge, nonce: data }),
    );
    worker.postMessage(proof);
    return () => worker.terminate();
  }, [isWanted, proof?.challenge]);
  const comesBack = isWanted && (trouble === "full" || trouble === "crowded");
  useEffect(() => {
    if (!comesBack || isAsking) return undefined;
    const timer = setTimeout(() => join({}), againMs.least + Math.random() * againMs.spread);
    return () => clearTimeout(timer);
  }, [comesBack, isAsking, said]);
  return { trouble, isSolving: proof !== undefined, isAsking };
};
