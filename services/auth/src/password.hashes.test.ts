import { expect, test } from "vitest";
import { bounded } from "./password.hashes.ts";

test("two at a time, a few in the queue, and the rest are told to come again", async () => {
  const inTurn = bounded({ atOnceMax: 2, waitingMax: 3 });
  const open: (() => void)[] = [];
  let mostAtOnce = 0;
  let running = 0;
  const work = async () => {
    running += 1;
    mostAtOnce = Math.max(mostAtOnce, running);
    await new Promise<void>((resolve) => open.push(resolve));
    running -= 1;
  };
  const asked = Array.from({ length: 7 }, () =>
    inTurn(work).then(
      () => "done",
      (error: Error) => error.message,
    ),
  );
  for (let done = 0; done < 5;) {
    await new Promise((resolve) => setImmediate(resolve));
    done += open.splice(0).map((close) => close()).length;
  }
  const answers = await Promise.all(asked);
  expect(answers.filter((answer) => answer === "done")).toHaveLength(5);
  expect(answers.slice(5).every((answer) => answer.includes("try again"))).toBe(true);
  expect(mostAtOnce).toBe(2);
});
