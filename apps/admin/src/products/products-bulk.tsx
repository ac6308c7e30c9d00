import { useQueryClient } from "@tanstack/react-query";
import { Eye, EyeOff, Undo2 } from "lucide-react";
import { useState } from "react";
import { useWords, type Words } from "../shell/language.tsx";
import { useKeys } from "../shell/use-keys.ts";
import { type Aim, type Outcome, type Row, type Step, stepsTo, walkSteps } from "./bulk-status.ts";
import { productDoor, productsKey } from "./products.queries.ts";

const words = {
  en: {
    region: "Chosen products",
    chosen: (n: number) => `${n} chosen`,
    hide: (n: number) => `Hide ${n}`,
    show: (n: number) => `Put ${n} on sale`,
    running: (done: number, of: number) => `${done} of ${of}`,
    done: { hide: (n: number) => `${n} hidden.`, show: (n: number) => `${n} put on sale.` },
    undone: (n: number) => `${n} taken back.`,
    failed: (n: number, why: string) => `${n} not: ${why}`,
    undo: "Undo",
    clear: "Clear",
  },
  zh: {
    region: "已选商品",
    chosen: (n: number) => `已选 ${n} 件`,
    hide: (n: number) => `隐藏 ${n} 件`,
    show: (n: number) => `上架 ${n} 件`,
    running: (done: number, of: number) => `${done}/${of}`,
    done: { hide: (n: number) => `已隐藏 ${n} 件。`, show: (n: number) => `已上架 ${n} 件。` },
    undone: (n: number) => `已撤销 ${n} 件。`,
    failed: (n: number, why: string) => `${n} 件未能完成：${why}`,
    undo: "撤销",
    clear: "清除",
  },
} satisfies Words<unknown>;

type Run = Readonly<{ aim: Aim | "undo"; of: number; outcome: Outcome }>;
const nothing: Outcome = { done: [], failures: [] };

/** Hides or shows what is chosen, tells how far it is, and takes it back when asked. */
export const ProductsBulk = ({
  products,
  onClear,
}: {
  products: readonly Row[];
  onClear: () => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [run, setRun] = useState<Run>();
  const isRunning =
    run !== undefined && run.outcome.done.length + run.outcome.failures.length < run.of;

  const walk = async (aim: Run["aim"], steps: readonly Step[]) => {
    if (isRunning || steps.length === 0) return;
    const tell = (outcome: Outcome) => setRun({ aim, of: steps.length, outcome });
    tell(nothing);
    onClear();
    await walkSteps(steps, ({ id, revision, to }) => productDoor(id).setStatus(to, revision), tell);
    await client.invalidateQueries({ queryKey: [...productsKey, "list"] });
  };
  const canUndo =
    run !== undefined && run.aim !== "undo" && !isRunning && run.outcome.done.length > 0;
  const undo = () => run && walk("undo", run.outcome.done);
  useKeys({ ...(canUndo && { z: () => void undo() }) });
  if (products.length === 0 && run === undefined) return null;
  const clear = () => {
    onClear();
    setRun(undefined);
  };
  return (
    <div className="bulk" role="region" aria-label={text.region}>
      {products.length > 0 && !isRunning && (
        <>
          <b>{text.chosen(products.length)}</b>
          <BulkDeeds products={products} onDo={(aim, steps) => void walk(aim, steps)} />
        </>
      )}
      <span role="status" className="x">
        {run && <Telling run={run} isRunning={isRunning} />}
      </span>
      {canUndo && (
        <button type="button" className="btn s" onClick={() => void undo()}>
          <Undo2 className="i" aria-hidden />
          {text.undo} <kbd>z</kbd>
        </button>
      )}
      <button type="button" className="btn g s sp" onClick={clear} disabled={isRunning}>
        {text.clear} <kbd>esc</kbd>
      </button>
    </div>
  );
};

const BulkDeeds = ({
  products,
  onDo,
}: {
  products: readonly Row[];
  onDo: (aim: Aim, steps: readonly Step[]) => void;
}) => {
  const text = useWords(words);
  const icons = { hide: EyeOff, show: Eye };
  return (["hide", "show"] as const).map((aim) => {
    const steps = stepsTo(aim, products);
    const Icon = icons[aim];
    return (
      <button
        key={aim}
        type="button"
        className="btn s"
        disabled={steps.length === 0}
        onClick={() => onDo(aim, steps)}
      >
        <Icon className="i" aria-hidden />
        {text[aim](steps.length)}
      </button>
    );
  });
};

const Telling = ({ run, isRunning }: { run: Run; isRunning: boolean }) => {
  const text = useWords(words);
  const { done, failures } = run.outcome;
  const said = run.aim === "undo" ? text.undone(done.length) : text.done[run.aim](done.length);
  return (
    <>
      {isRunning ? text.running(done.length + failures.length, run.of) : said}
      {failures.length > 0 && (
        <b> {text.failed(failures.length, [...new Set(failures)].slice(0, 3).join(" "))}</b>
      )}
    </>
  );
};
