import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { blamed } from "../api/problem.ts";
import { Dialog } from "../shell/dialog.tsx";
import { useWords, type Words } from "../shell/language.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { type CouponDraft, couponMistakes, couponRequest, emptyCoupon } from "./coupon-draft.ts";
import { couponsKey, createCoupon } from "./coupons.queries.ts";

const words = {
  en: {
    title: "New coupon",
    does: "Create coupon",
    code: "Code",
    percentOff: "Per cent off",
    minimumSubtotal: "From a subtotal of, in US dollars",
    usesMax: "Uses in all",
    usesPerBuyerMax: "Uses per buyer",
    startsAt: "Begins",
    endsAt: "Ends",
    empty: "Empty: no limit.",
    now: "Empty: now.",
    never: "Empty: never.",
    mistakes: {
      code: "3 to 40 letters A to Z, digits and hyphens.",
      percentOff: "A whole number from 1 to 100.",
      minimumSubtotal: "Not a price.",
      usesMax: "A whole number, 1 or more.",
      usesPerBuyerMax: "A whole number, 1 or more.",
      startsAt: "Not a time.",
      endsAt: "Not a time.",
    },
  },
  zh: {
    title: "新建优惠券",
    does: "创建优惠券",
    code: "代码",
    percentOff: "减免百分比",
    minimumSubtotal: "最低商品金额（美元）",
    usesMax: "总使用次数",
    usesPerBuyerMax: "每人使用次数",
    startsAt: "开始",
    endsAt: "结束",
    empty: "留空：不限。",
    now: "留空：立即。",
    never: "留空：长期有效。",
    mistakes: {
      code: "3 至 40 位大写字母、数字或连字符。",
      percentOff: "请输入 1 到 100 的整数。",
      minimumSubtotal: "不是有效的金额。",
      usesMax: "请输入不小于 1 的整数。",
      usesPerBuyerMax: "请输入不小于 1 的整数。",
      startsAt: "不是有效的时间。",
      endsAt: "不是有效的时间。",
    },
  },
} satisfies Words<unknown>;

const rows: readonly (readonly (keyof CouponDraft)[])[] = [
  ["code", "percentOff"],
  ["usesMax", "usesPerBuyerMax"],
  ["startsAt", "endsAt"],
];

export const NewCouponDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [draft, setDraft] = useState(emptyCoupon);
  const [wasTried, setWasTried] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => createCoupon(couponRequest(draft)),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: couponsKey }),
  });
  const mistakes = couponMistakes(draft);
  const field = blamed(error);
  const hints: Partial<CouponDraft> = {
    usesMax: text.empty,
    usesPerBuyerMax: text.empty,
    startsAt: text.now,
    endsAt: text.never,
  };
  const box = (name: keyof CouponDraft) => (
    <TextBox
      key={name}
      label={text[name]}
      hint={hints[name]}
      error={
        field === name
          ? error?.message
          : wasTried && mistakes.includes(name)
            ? text.mistakes[name]
            : undefined
      }
      className={name === "code" ? "in m" : "in"}
      isFirst={name === "code"}
      inputMode={name === "code" ? "text" : "decimal"}
      type={name.endsWith("At") ? "datetime-local" : "text"}
      maxLength={40}
      value={draft[name]}
      onType={(typed) =>
        setDraft((now) => ({ ...now, [name]: name === "code" ? typed.toUpperCase() : typed }))
      }
    />
  );
  return (
    <Dialog
      title={text.title}
      does={text.does}
      isBusy={isPending}
      error={field !== undefined && field in draft ? undefined : error?.message}
      onDo={() => {
        setWasTried(true);
        if (mistakes.length === 0) mutate();
      }}
      onClose={onClose}
    >
      {rows.map((names) => (
        <div key={names.join()} className="form2 even">
          {names.map(box)}
        </div>
      ))}
      {box("minimumSubtotal")}
    </Dialog>
  );
};
