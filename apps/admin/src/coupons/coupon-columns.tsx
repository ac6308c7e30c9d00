import type { Coupon } from "@wares/contracts";
import type { Column } from "../shell/data-table.tsx";
import { endsColumn, startsColumn } from "../shell/window-columns.ts";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, money } from "../shell/say.ts";
import { type CouponState, stateOf } from "./coupon-state.ts";

const words = {
  en: {
    code: "Code",
    off: "Off",
    minimum: "From",
    used: "Used",
    usedOf: (uses: string, most: string) => `${uses} of ${most}`,
    perBuyer: "Per buyer",
    unlimited: "no limit",
    starts: "Begins",
    ends: "Ends",
    never: "never",
    state: "State",
  },
  zh: {
    code: "代码",
    off: "减免",
    minimum: "满",
    used: "已使用",
    usedOf: (uses: string, most: string) => `${uses} / ${most}`,
    perBuyer: "每人限用",
    unlimited: "不限",
    starts: "开始",
    ends: "结束",
    never: "长期",
    state: "状态",
  },
} satisfies Words<unknown>;

export const stateWords: Words<Readonly<Record<CouponState, string>>> = {
  en: { On: "On", Off: "Off", Over: "Over", UsedUp: "Used up", ToCome: "To come" },
  zh: { On: "启用", Off: "已停用", Over: "已过期", UsedUp: "已用完", ToCome: "未开始" },
};

export const useCouponColumns = (onOpen: (code: string) => void): readonly Column<Coupon>[] => {
  const text = useWords(words);
  const { language } = useLanguage();
  const number = (value: number) => count(value, language);
  return [
    {
      key: "code",
      name: text.code,
      isFixed: true,
      tone: "cut",
      cell: ({ code }) => (
        <button type="button" className="m idb" onClick={() => onOpen(code)}>
          {code}
        </button>
      ),
    },
    {
      key: "state",
      name: text.state,
      isFixed: true,
      cell: (coupon) => <State coupon={coupon} />,
    },
    {
      key: "off",
      name: text.off,
      className: "n",
      cell: ({ percentOff }) => `${percentOff} %`,
    },
    {
      key: "minimum",
      name: text.minimum,
      className: "n k-min",
      tone: "q",
      cell: ({ minimumSubtotal: amount }) =>
        amount === 0 ? "–" : money({ amount, currency: "USD" }, language),
    },
    {
      key: "used",
      name: text.used,
      className: "n",
      cell: ({ uses, usesMax }) =>
        usesMax === undefined ? number(uses) : text.usedOf(number(uses), number(usesMax)),
    },
    {
      key: "perBuyer",
      name: text.perBuyer,
      className: "n k-per",
      tone: "q",
      cell: ({ usesPerBuyerMax: most }) => (most === undefined ? text.unlimited : number(most)),
    },
    startsColumn(text.starts, language),
    endsColumn(text.ends, language, text.never),
  ];
};

export const State = ({ coupon }: { coupon: Coupon }) => {
  const names = useWords(stateWords);
  const state = stateOf(coupon, Date.now());
  return <span className={state === "On" ? "dotl on" : "dotl"}>{names[state]}</span>;
};
