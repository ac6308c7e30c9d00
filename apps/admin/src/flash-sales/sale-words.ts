import type { FlashSaleStatus } from "@wares/contracts";
import type { Words } from "../shell/language.tsx";
import type { Mistake } from "./sale-draft.ts";

export const saleStatusWords: Words<Readonly<Record<FlashSaleStatus, string>>> = {
  en: { Scheduled: "Scheduled", Running: "Running", Over: "Over", Cancelled: "Cancelled" },
  zh: { Scheduled: "已排期", Running: "进行中", Over: "已结束", Cancelled: "已取消" },
};

export const saleFormWords = {
  en: {
    "name.en": "Name",
    "name.zh": "Name in Chinese",
    startsAt: "Starts",
    endsAt: "Ends",
    limitPerCustomer: "Most per customer",
    hasWaitingRoom: "Waiting room",
    items: "Things in this sale",
    quantity: "Set aside",
    price: "Sale price",
    roomHint: "Who comes early gets a place by lot; buyers are let in by turns.",
    byClock: "By your own clock.",
    terms: "Terms",
    mistakes: {
      missing: "Please fill this in.",
      count: "A whole number, 1 or more.",
      portion: "A whole number from 1 to 99.",
      time: "Not a time.",
      order: "A sale ends after it starts.",
      price: "Not a price.",
      items: "1 to 20 things.",
    } satisfies Record<Mistake, string>,
  },
  zh: {
    "name.en": "名称（英文）",
    "name.zh": "名称（中文）",
    startsAt: "开始",
    endsAt: "结束",
    limitPerCustomer: "每人限购",
    hasWaitingRoom: "等候室",
    items: "参加抢购的商品",
    quantity: "预留",
    price: "抢购价",
    roomHint: "早到的人抽签得到位置，买家依次进入。",
    byClock: "按你本地的时间。",
    terms: "条件",
    mistakes: {
      missing: "请填写。",
      count: "请输入不小于 1 的整数。",
      portion: "请输入 1 到 99 的整数。",
      time: "不是有效的时间。",
      order: "结束时间须晚于开始时间。",
      price: "不是有效的金额。",
      items: "1 到 20 件商品。",
    } satisfies Record<Mistake, string>,
  },
} satisfies Words<unknown>;
