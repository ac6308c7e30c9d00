import { catalogue } from "../layout/locale.ts";

const minutesOf = (seconds: number) => Math.max(1, Math.round(seconds / 60));

export const waitWords = catalogue({
  en: {
    title: "Waiting room",
    joining: "Finding you a place.",
    joiningText: "This takes a moment.",
    join: "Take a place",
    solving: "One moment: your browser is solving a small puzzle.",
    solvingText: "Many people are coming at once. It keeps robots out, and asks nothing of you.",
    early: "The sale has not begun.",
    earlyText:
      "Everyone who is here now gets a random place at the opening: coming earlier is no advantage. Your place stays yours if you close this page and come back.",
    waiting: (before: number) =>
      before === 0
        ? "You are next."
        : before === 1
          ? "One person is before you."
          : `${before.toLocaleString("en-US")} people are before you.`,
    estimate: (seconds: number) =>
      seconds < 60 ? "Less than a minute" : `About ${minutesOf(seconds)} min`,
    estimateUnknown: "The wait is not known yet",
    position: "Before you",
    wait: "Your wait",
    waitingText:
      "This page moves by itself. Your place stays yours if you reload, or come back to it.",
    admitted: "You are in.",
    admittedText: (minutes: number) =>
      minutes === 1
        ? "You have one minute to place your order."
        : `You have ${minutes} minutes to place your order.`,
    admittedNow: "You may place your order now.",
    buy: (name: string) => `Go to ${name}`,
    cart: "Go to the cart",
    used: "You have ordered in this sale.",
    usedText: "That was your turn. The rest is on your order's page.",
    lapsed: "Your turn has passed.",
    lapsedText:
      "No order came in time, so somebody else was let in. You can stand at the end again.",
    again: "Take a new place",
    soldOut: "Everything is sold.",
    soldOutText:
      "The last piece went before your turn came. Thank you for waiting. If an order is not paid its pieces come back, and this page tells you.",
    over: "This sale is over.",
    overText: "Thank you for coming. There is more to see in the shop.",
    noRoom: "No need to wait.",
    noRoomText: "This sale has no waiting room. Come right in.",
    full: "The waiting room is full.",
    crowded: "Very many people are coming right now.",
    fullText: "Keep this page open: it tries again by itself in a few seconds.",
    lost: "The line broke. Your place stays yours; we are connecting again.",
    usual: "See it at its usual price",
    home: "Back to the shop",
    orders: "See your cart",
  },
  zh: {
    title: "等候室",
    joining: "正在为您找位置",
    joiningText: "稍等片刻。",
    join: "领取位置",
    solving: "请稍候：浏览器正在解一道小题",
    solvingText: "来的人很多。这能挡住机器人，您什么都不用做。",
    early: "抢购还没有开始",
    earlyText:
      "现在在这里的每个人，开始时都会随机得到一个位置，早来并不占先。关掉页面再回来，位置仍是您的。",
    waiting: (before: number) =>
      before === 0 ? "下一位就是您" : `您前面还有 ${before.toLocaleString("zh-CN")} 人`,
    estimate: (seconds: number) => (seconds < 60 ? "不到一分钟" : `约 ${minutesOf(seconds)} 分钟`),
    estimateUnknown: "等候时间还不清楚",
    position: "前面还有",
    wait: "预计等候",
    waitingText: "页面会自己更新。刷新或离开后再回来，位置仍是您的。",
    admitted: "轮到您了",
    admittedText: (minutes: number) => `请在 ${minutes} 分钟内下单。`,
    admittedNow: "现在可以下单。",
    buy: (name: string) => `去看${name}`,
    cart: "去购物车",
    used: "您已在这次抢购中下单",
    usedText: "您的机会已经用过，其余请看订单页面。",
    lapsed: "您的机会已过",
    lapsedText: "没有及时下单，位置让给了别人。您可以重新排到队尾。",
    again: "重新领取位置",
    soldOut: "全部抢完了",
    soldOutText:
      "轮到您之前，最后一件已被买走。谢谢您的等候。若有订单没有付款，商品会放出来，本页会告诉您。",
    over: "这次抢购已结束",
    overText: "谢谢光临，店里还有更多好东西。",
    noRoom: "不用等候",
    noRoomText: "这次抢购没有等候室，请直接进入。",
    full: "等候室已满",
    crowded: "现在来的人非常多",
    fullText: "请不要关闭页面，几秒后会自动再试。",
    lost: "连接断了。位置仍是您的，正在重新连接。",
    usual: "看看平时价格",
    home: "回到店里",
    orders: "看购物车",
  },
});
