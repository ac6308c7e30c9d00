import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FlashSale } from "@wares/contracts";
import { isDeclined } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { cancelSale, flashSalesKey } from "./flash-sales.queries.ts";

const words = {
  en: {
    title: "Call this sale off?",
    does: "Call it off",
    why: "Nobody else may begin to buy, and what is left goes back on the shelf. Orders that are placed stay as they are.",
    changed: "Somebody changed this sale meanwhile. This is how it is now.",
  },
  zh: {
    title: "叫停这次抢购？",
    does: "叫停抢购",
    why: "不再接受新的购买，剩余商品回到货架。已下的订单不受影响。",
    changed: "有人同时修改了这次抢购，以下是现在的状态。",
  },
} satisfies Words<unknown>;

export const CancelDialog = ({ sale, onClose }: { sale: FlashSale; onClose: () => void }) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => cancelSale(sale),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: flashSalesKey }),
  });
  return (
    <Dialog
      title={text.title}
      does={text.does}
      isDangerous
      isBusy={isPending}
      error={isDeclined(error, 412) ? text.changed : error?.message}
      onDo={() => mutate()}
      onClose={onClose}
    >
      <p className="q">{text.why}</p>
    </Dialog>
  );
};
