import { useQueryClient } from "@tanstack/react-query";
import { type OrderSummary } from "@wares/contracts";
import { PackageOpen } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { money } from "../shell/say.ts";
import { ordersKey, startProcessing } from "./orders.queries.ts";

const words = {
  en: {
    chosen: "chosen",
    start: (n: number) => `Start processing ${n}`,
    running: (done: number, of: number) => `${done} of ${of} started`,
    failed: (n: number, why: string) => `${n} not started: ${why}`,
    clear: "Clear",
  },
  zh: {
    chosen: "已选",
    start: (n: number) => `开始备货 ${n} 个`,
    running: (done: number, of: number) => `已开始 ${done}/${of}`,
    failed: (n: number, why: string) => `${n} 个未能开始：${why}`,
    clear: "清除",
  },
} satisfies Words<unknown>;

type Progress = Readonly<{ done: number; of: number; failures: readonly string[] }>;

/** What can be done with the chosen orders: one after the other, and each "no" with its reason. */
export const BulkFoot = ({
  orders,
  onClear,
}: {
  orders: readonly OrderSummary[];
  onClear: () => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  const paid = orders.filter(({ status }) => status === "Paid");
  const isRunning = progress !== undefined && progress.done < progress.of;

  const start = async () => {
    let done = 0;
    const failures: string[] = [];
    setProgress({ done, of: paid.length, failures });
    for (const { id, orderNumber } of paid) {
      try {
        await startProcessing(id);
      } catch (error) {
        failures.push(`${orderNumber} ${error instanceof Error ? error.message : ""}`);
      }
      done += 1;
      setProgress({ done, of: paid.length, failures: [...failures] });
    }
    await client.invalidateQueries({ queryKey: ordersKey });
  };

  return (
    <div className="bulk" role="region" aria-label={text.chosen}>
      <span>
        <b>{orders.length}</b> {text.chosen}, <Sums orders={orders} />
      </span>
      <span className="bdo">
        <button
          type="button"
          className="btn s"
          disabled={paid.length === 0 || isRunning}
          onClick={() => void start()}
        >
          <PackageOpen className="i" aria-hidden />
          {text.start(paid.length)}
        </button>
      </span>
      <span role="status" className="x">
        {progress && text.running(progress.done - progress.failures.length, progress.of)}
        {progress && progress.failures.length > 0 && (
          <b> {text.failed(progress.failures.length, progress.failures.slice(0, 3).join("; "))}</b>
        )}
      </span>
      <button type="button" className="btn g s sp" onClick={onClear}>
        {text.clear} <kbd>esc</kbd>
      </button>
    </div>
  );
};

/** Amounts of different currencies are not added up: each has its own sum. */
const Sums = ({ orders }: { orders: readonly OrderSummary[] }) => {
  const { language } = useLanguage();
  const byCurrency = Map.groupBy(orders, ({ total }) => total.currency);
  const sums = [...byCurrency].map(([currency, group]) =>
    money({ currency, amount: group.reduce((sum, { total }) => sum + total.amount, 0) }, language),
  );
  return <span className="num">{sums.join(" + ")}</span>;
};
