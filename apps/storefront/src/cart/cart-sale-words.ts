import { catalogue } from "../layout/locale.ts";

// Apart from the cart's other words, which every product page carries.
export const cartSaleWords = catalogue({
  en: {
    flash: "Flash sale price",
    overLimit: (limit: number) => `At most ${limit} per customer in this flash sale.`,
    twoSales: "This is of another flash sale. Please order it separately.",
    roomTitle: "This flash sale has a waiting room.",
    roomText: "Your cart stays as it is. Order when it is your turn.",
    room: "Go to the waiting room",
    saleTroubles: {
      "sold-out": "There is not enough left in the flash sale. Nothing was bought.",
      limit: "That is more than one customer may buy in this flash sale.",
      two: "One order takes part in one flash sale. Please order these separately.",
      taken: "You have already taken your portion of this flash sale.",
      room: "It is not your turn yet. Nothing was bought.",
      over: "The flash sale is over: these are the usual prices. Nothing was bought.",
    },
  },
  zh: {
    flash: "抢购价",
    overLimit: (limit: number) => `这次抢购每人限购 ${limit} 件。`,
    twoSales: "这是另一场抢购的商品，请分开下单。",
    roomTitle: "这场抢购有等候室",
    roomText: "购物车会保留，轮到您时再下单。",
    room: "进入等候室",
    saleTroubles: {
      "sold-out": "抢购商品不够了，没有产生任何购买",
      limit: "超过了这次抢购的每人限购数量",
      two: "一个订单只能参加一场抢购，请分开下单",
      taken: "您已经用完这次抢购的限购数量",
      room: "还没有轮到您，没有产生任何购买",
      over: "抢购已结束，现在是平时价格，没有产生任何购买",
    },
  },
});
