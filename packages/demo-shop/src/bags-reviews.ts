import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const bagsReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "ferry-tote": [
    [5, "en", "Marit", 19, "It stands up", "I had no idea how much I wanted that until I had it."],
    [5, "zh", "背包客", 53, "越用越软", "蜡帆布三个月后有了自己的纹路，下雨天也不心疼。"],
    [4, "en", "Dev", 117, "Smells of wax at first", "For about ten days. My train carriage noticed. Now it smells of nothing and looks wonderful."],
    [5, "en", "Ms. Abernathy", 204, "Carries marking", "Thirty essays, a laptop and lunch, daily, for a school year."],
    [3, "zh", "小禾", 266, "白色裤子慎背", "新的时候蜡会蹭一点到浅色裤子上，后来就没有了。"],
    [5, "zh", "码头", 349, "提带不勒", "皮提带越用越软，装满也不坠。"],
    [4, "en", "Enzo", 451, "Wish it had a zip", "Everything else is right."],
  ],
  "market-tote": [
    [5, "en", "Second floor too", 27, "Nine kilos, confirmed", "Potatoes, oranges, two bottles. My fingers are fine."],
    [4, "zh", "买菜大王", 68, "能装", "装满像个小房子，折起来有点厚。"],
    [5, "en", "Alma", 149, "Sponged it ten times", "Beetroot, mostly. It comes out."],
    [5, "zh", "生菜没压坏", 230, "瓶袋聪明", "油瓶立得住，菜叶子不受罪。"],
    [2, "en", "Gerard", 310, "Too big for me", "I am 1.60 and the bag nearly drags on the ground when full."],
  ],
  "weekday-tote": [
    [4, "en", "Commuter 7:42", 44, "The pale lining", "I find my keys now. It is that simple."],
    [5, "zh", "二号线", 95, "通勤刚好", "交通卡袋的位置神了，不用翻。"],
    [3, "zh", "小周", 160, "肩带偏滑", "穿羽绒服会滑下来，夏天没问题。"],
    [4, "en", "Oksana", 212, "Looks serious enough", "For court. That is my test."],
  ],
  "library-tote": [
    [5, "en", "Borrower", 10, "Eleven it is", "I counted. Then the librarian counted."],
    [5, "zh", "读书会", 22, "书角不磨破", "之前的帆布袋都是书角磨穿的，这个双层底放心。"],
    [4, "en", "Hugh", 37, "No zip, light cloth", "Fine for books, not for rain."],
  ],
  "pilot-boat-tote": [
    [5, "en", "Skipper's wife", 30, "Finally something he cannot ruin", "Diesel, fish, rope. Hosed it down. Still here."],
    [4, "zh", "大块头", 82, "真的硬", "刚到手能当凳子，用了一个月才软。"],
    [4, "en", "Nils", 138, "Heavy before you fill it", "Over a kilo. That is what lasting weighs."],
  ],
  "day-pack": [
    [5, "en", "Teodora", 25, "Sitting mat!", "Used it on a wet bench the first day. My colleagues were jealous."],
    [4, "zh", "下班爬山", 61, "上班爬山两用", "侧袋放 1 升水壶略紧，其他都好。"],
    [5, "en", "Kwame", 140, "Two pockets without taking it off", "Phone left, gloves right. I do it blind now."],
    [3, "en", "Julie S.", 233, "Chest strap came off", "Clipped back on, has held since. Little click of doubt every morning."],
    [5, "zh", "阿岭", 290, "背板很挺", "电脑不顶背，24 升出差两天够用。"],
    [4, "zh", "灰灰", 388, "耐脏", "炭黑色用了一年还像新的，皮带颜色更深了。"],
  ],
  "ferry-rucksack": [
    [5, "en", "Bike, rain, Bristol", 36, "Dry inside", "Forty minutes of sideways rain. The book was dry. I was not."],
    [5, "zh", "法棍爱好者", 110, "真的能放法棍", "面包店的人都笑了。扣子的声音太解压。"],
    [3, "en", "Mika", 188, "Slow to get into", "Two buckles each time. If you want something every five minutes, choose another bag."],
    [4, "zh", "海边", 255, "有点重", "不装东西也快一千克，但确实不进水。"],
  ],
  "overnight-backpack": [
    [5, "en", "Consultant, sadly", 48, "No more wheels", "One night, every week, for months. Shirt arrives flat."],
    [4, "zh", "高铁侠", 130, "像个小箱子", "摊开放酒店行李架刚好，鞋仓够一双 43 码。"],
    [2, "en", "Per", 201, "Zip corner frayed", "After twenty trips. Repaired for free, two weeks without it."],
    [5, "zh", "轻装", 295, "座位底下真塞得进", "廉航也没被拦过。"],
  ],
  "small-walk-backpack": [
    [5, "en", "Ottilie", 14, "My daughter stole it", "She is nine. I ordered another."],
    [4, "zh", "散步", 40, "轻巧", "背上像没背，就是放不下雨伞横着放。"],
    [5, "en", "Ray", 72, "Apple, book, water", "They described my entire Saturday."],
  ],
  "courier-backpack": [
    [5, "en", "Fixed gear, fixed rent", 3, "Does not swing", "Hard right, look back, still centred."],
    [4, "zh", "骑行上班", 6, "反光只在背后", "白天看着很正常，晚上骑车很显眼。"],
  ],
  "first-day-backpack": [
    [5, "en", "Mother of twins", 60, "One forest, one ochre", "No more fights in the hallway."],
    [5, "zh", "一年级", 85, "没有卡通，反而喜欢", "孩子说像大人的包，自己写了名字。"],
    [4, "en", "Graham", 170, "Bottle pocket is tight", "Slim bottles only. Otherwise built like a tank."],
  ],
  "odds-pouch": [
    [5, "en", "Cable person", 21, "I see the bottom", "The zip trick is so simple I am angry at my old pouches."],
    [4, "zh", "收纳狂", 76, "大小都买了", "小的装药，大的装线，铁锈红最好看。"],
    [5, "en", "Lior", 190, "Gift that always works", "Bought seven over the years. No one has returned one."],
    [3, "zh", "阿珂", 280, "有点蜡味", "放了两周散了。"],
    [5, "en", "Bettina", 399, "Five years from now", "I will still have it."],
  ],
  "wash-bag": [
    [5, "en", "The toothpaste incident", 33, "Rinsed, fine", "Exactly as promised."],
    [4, "zh", "差旅", 90, "立得住", "酒店台面湿也不怕。两个人用够了，感情还行。"],
    [4, "en", "Margot", 151, "No hook", "I would have liked a hook. It stands so well that I forgive it."],
  ],
  "drawing-pouch": [
    [5, "en", "Life class", 59, "Mine is finished, not dirty", "Grey as a dove inside. I love it."],
    [5, "zh", "速写本", 140, "刚好十二支", "还有地方放橡皮头，亚麻内衬摸着舒服。"],
    [2, "en", "Ronan", 221, "Zip is stiff", "Maybe it needs time. I have short fingers and little patience."],
  ],
  "passport-pouch": [
    [5, "en", "Family of four", 38, "Nothing left in the tray", "For the first time since the children were born."],
    [4, "zh", "出入境", 115, "亮色内衬好", "空没空一眼看得到，登机牌打印的要折一下。"],
    [5, "zh", "里斯本见", 260, "那支笔真的写得出", "填入境卡的时候全飞机都找我借。"],
  ],
  "saddle-pouch": [
    [5, "en", "Flat at km 60", 17, "Opened it on the verge", "Found everything, lost nothing. Banknote bought coffee."],
    [4, "zh", "公路车", 44, "绑得紧", "颠簸也不响，就是 29 寸内胎塞着有点挤。"],
  ],
};
