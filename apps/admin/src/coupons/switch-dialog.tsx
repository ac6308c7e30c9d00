import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Coupon } from "@wares/contracts";
import { isDeclined } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count } from "../shell/say.ts";
import { State } from "./coupon-columns.tsx";
import { couponsKey, switchCoupon } from "./coupons.queries.ts";

const words = {
  en: {
    title: (code: string) => `Coupon ${code}`,
    off: "Switch off",
    on: "Switch on",
    offWhy: "Nobody can begin to use it. Orders that already have it keep it.",
    onWhy: "It can be used again, within its limits.",
    used: (n: string) => `Used ${n} times so far.`,
    changed: "Somebody changed this coupon meanwhile. This is how it is now.",
  },
  zh: {
    title: (code: string) => `优惠券 ${code}`,
    off: "停用",
    on: "启用",
    offWhy: "停用后无法再使用，已用它的订单不受影响。",
    onWhy: "在限制之内可再次使用。",
    used: (n: string) => `至今使用 ${n} 次。`,
    changed: "有人同时修改了这张优惠券，以下是现在的状态。",
  },
} satisfies Words<unknown>;

/** `coupon` follows the list: after somebody else's change it shows theirs, and is asked again. */
export const SwitchDialog = ({ coupon, onClose }: { coupon: Coupon; onClose: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => switchCoupon(coupon, !coupon.isOn),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: couponsKey }),
  });
  const isStale = isDeclined(error, 412);
  return (
    <Dialog
      title={text.title(coupon.code)}
      does={coupon.isOn ? text.off : text.on}
      isDangerous={coupon.isOn}
      isBusy={isPending}
      error={isStale ? text.changed : error?.message}
      onDo={() => mutate()}
      onClose={onClose}
    >
      <p>
        <State coupon={coupon} />
      </p>
      <p className="q">{coupon.isOn ? text.offWhy : text.onWhy}</p>
      <p className="q">{text.used(count(coupon.uses, language))}</p>
    </Dialog>
  );
};
