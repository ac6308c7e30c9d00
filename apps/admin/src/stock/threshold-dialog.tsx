import { useQueryClient } from "@tanstack/react-query";
import type { InventoryInfo } from "@wares/contracts";
import { blamed } from "../api/problem.ts";
import { ClashView } from "../shell/clash-view.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useSmallForm } from "../shell/use-small-form.ts";
import { setThresholds, stockInfo, stockKey } from "./stock.queries.ts";

const words = {
  en: {
    title: (sku: string) => `Thresholds of ${sku}`,
    does: "Set thresholds",
    reorderPoint: "Reorder at",
    lowStockThreshold: "Low at",
    reorderHint: "At so many left it is to be ordered again.",
    lowHint: "At so many left a low-stock notice goes out.",
    whole: "A whole number from 0 to 1,000,000.",
  },
  zh: {
    title: (sku: string) => `${sku} 的提醒线`,
    does: "设置提醒线",
    reorderPoint: "补货点",
    lowStockThreshold: "低库存线",
    reorderHint: "剩余这么多时需要补货。",
    lowHint: "剩余这么多时发出低库存通知。",
    whole: "请输入 0 到 1,000,000 的整数。",
  },
} satisfies Words<unknown>;

const fields = ["reorderPoint", "lowStockThreshold"] as const;
type FieldName = (typeof fields)[number];

const readOf = (info: InventoryInfo) => ({
  draft: {
    reorderPoint: String(info.reorderPoint),
    lowStockThreshold: String(info.lowStockThreshold),
  },
  revision: info.thresholdsRevision,
});
const isWhole = (typed = ""): boolean => /^\d{1,7}$/.test(typed.trim()) && Number(typed) <= 1e6;

/** When a SKU asks to be ordered again, and when it is low: each SKU has its own. */
export const ThresholdDialog = ({
  info,
  onClose,
}: {
  info: InventoryInfo;
  onClose: () => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  const form = useSmallForm({
    read: readOf(info),
    readAgain: async () => readOf(await stockInfo(info.sku)),
    save: (mine, revision) =>
      setThresholds(
        info.sku,
        {
          reorderPoint: Number(mine["reorderPoint"]),
          lowStockThreshold: Number(mine["lowStockThreshold"]),
        },
        revision,
      ),
    onSent: () => client.invalidateQueries({ queryKey: stockKey }),
    onDone: onClose,
  });
  const field = blamed(form.error);
  const hints = { reorderPoint: text.reorderHint, lowStockThreshold: text.lowHint };
  const said = (name: FieldName) =>
    isWhole(form.mine[name]) ? (field === name ? form.error?.message : undefined) : text.whole;
  return (
    <Dialog
      title={text.title(info.sku)}
      does={text.does}
      isReady={fields.every((name) => isWhole(form.mine[name])) && form.clashes.length === 0}
      isBusy={form.isBusy}
      error={fields.some((name) => name === field) ? undefined : form.error?.message}
      onDo={() => void form.submit()}
      onClose={onClose}
    >
      {form.clashes.map((clash) => (
        <ClashView
          key={clash.key}
          clash={clash}
          name={text[clash.key as FieldName]}
          version={form.revision}
          onSettle={(takesTheirs) => form.settle(clash, takesTheirs)}
        />
      ))}
      <div className="form2 even">
        {fields.map((name, place) => (
          <TextBox
            key={name}
            label={text[name]}
            hint={hints[name]}
            error={said(name)}
            className="in n"
            inputMode="numeric"
            isFirst={place === 0}
            value={form.mine[name] ?? ""}
            onType={(typed) => form.set(name, typed)}
          />
        ))}
      </div>
    </Dialog>
  );
};
