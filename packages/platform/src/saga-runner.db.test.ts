import { defineCommand, type EventOf } from "@wares/contracts";
import { testDatabase } from "@wares/testkit/database";
import Type from "typebox";
import { expect, test } from "vitest";
import { catchUp } from "./catch-up.ts";
import { publish, transact } from "./database.ts";
import { ringAlarms, sagaConsumer } from "./saga-runner.ts";
import { ignore, proceed, saga, silence, wakeAfter, type Reaction } from "./saga.ts";
import { Back, Sold, teapots } from "./tally.examples.ts";

const Remind = defineCommand("test.remind", 1, "sku", { sku: Type.String() });
const Thank = defineCommand("test.thank", 1, "sku", { sku: Type.String() });

// Lends teapots and asks for them back: enough of a saga to see state, alarms and commands.
type Loan = { step: "none" | "lent" | "late" | "over" };
type Late = { type: "loan.late"; data: { sku: string } };
const lend = (
  state: Loan,
  { type, data }: EventOf<typeof Sold> | EventOf<typeof Back> | Late,
): Reaction<Loan> => {
  if (type === "test.sold")
    return state.step === "none" ? wakeAfter(1, proceed({ step: "lent" })) : ignore(state);
  if (type === "test.back")
    return state.step === "over"
      ? ignore(state)
      : silence(proceed({ step: "over" }, Thank({ sku: data.sku })));
  return proceed({ step: "late" }, Remind({ sku: data.sku }));
};
const thanked: string[] = [];
const loans = saga({
  name: "test.loans",
  events: [Sold, Back],
  initial: { step: "none" } satisfies Loan as Loan,
  react: lend,
  alarm: (sku): Late => ({ type: "loan.late", data: { sku } }),
  own: {
    "test.thank": async (commands) => {
      thanked.push(...commands.map(({ subject }) => subject));
    },
  },
});

test("state is kept per subject, alarms ring once, commands leave in the same commit", async () => {
  await using db = await testDatabase();
  const consumer = sagaConsumer(loans);
  const read = () => expect.poll(() => catchUp(db, consumer)).toBeGreaterThan(0);
  const stateOf = async () =>
    (await db.query("select state, revision, wake_at from platform.sagas")).rows;
  const said = async () =>
    (await db.query("select type from platform.outbox order by position")).rows.map(
      (row) => row.type,
    );

  await transact(db, (tx) => publish(tx, [teapots(1), teapots(1)]));
  await read();
  expect(await stateOf()).toMatchObject([{ state: { step: "lent" }, revision: 2 }]);

  await expect.poll(() => ringAlarms(db, loans)).toBe(1);
  expect(await ringAlarms(db, loans)).toBe(0);
  expect(await stateOf()).toMatchObject([{ state: { step: "late" }, wake_at: null }]);
  expect(await said()).toEqual(["test.sold", "test.sold", "test.remind"]);

  await transact(db, (tx) => publish(tx, [Back({ sku: "TEAPOT-BLUE" })]));
  await read();
  expect(await stateOf()).toMatchObject([{ state: { step: "over" } }]);
  expect(thanked).toEqual(["TEAPOT-BLUE"]);
  expect(await said()).toHaveLength(4); // a command to itself does not travel
});

test("what an alarm changed meanwhile is not written over: the messages are heard again", async () => {
  await using db = await testDatabase();
  await transact(db, (tx) => publish(tx, [teapots(1)]));
  await expect.poll(() => catchUp(db, sagaConsumer(loans))).toBe(1);
  // The first time it is read, its alarm rings between reading and writing.
  let heard = 0;
  const consumer = sagaConsumer({
    ...loans,
    react: (state, message) => {
      heard += 1;
      return loans.react(state, message);
    },
  });
  const rung: number[] = [];
  const interrupted: typeof consumer = {
    ...consumer,
    receive: (events, tx) => {
      const ask = tx.query.bind(tx) as (...given: unknown[]) => Promise<unknown>;
      const query = async (...given: unknown[]) => {
        const answer = await ask(...given);
        const { name } = given[0] as { name?: string };
        if (heard === 0 && name === "platform.find_sagas") rung.push(await ringAlarms(db, loans));
        return answer;
      };
      return consumer.receive(events, { query: query as typeof tx.query });
    },
  };
  await transact(db, (tx) => publish(tx, [Back({ sku: "TEAPOT-BLUE" })]));
  await expect.poll(() => catchUp(db, interrupted)).toBe(1);
  expect([rung, heard]).toEqual([[1], 2]);
  const { rows } = await db.query("select state, revision from platform.sagas");
  expect(rows).toMatchObject([{ state: { step: "over" }, revision: 3 }]);
});

test("an alarm that was silenced does not ring", async () => {
  await using db = await testDatabase();
  const consumer = sagaConsumer(loans);
  await transact(db, (tx) => publish(tx, [teapots(1), Back({ sku: "TEAPOT-BLUE" })]));
  await expect.poll(() => catchUp(db, consumer)).toBe(2);
  expect(await ringAlarms(db, loans)).toBe(0);
});
