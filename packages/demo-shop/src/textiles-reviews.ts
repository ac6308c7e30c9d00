import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const textilesReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "moor-blanket": [
    [5, "en", "Bronwen", 17, "Signed by Hilary", "Thank you, Hilary. Best knots in the house."],
    [5, "zh", "怕冷", 43, "不扎", "脖子很敏感的人表示真的不扎。轻，暖得很快。"],
    [4, "en", "Cat household", 119, "Collects hair, forgives claws", "A snag closed up when I stroked it flat. Hair needs a brush."],
    [5, "en", "Elspeth & Jo", 206, "Second winter", "Heating down two degrees. It will have paid for itself by spring."],
    [3, "zh", "掉毛", 260, "前几次掉毛", "黑裤子上一层绒，洗过两次好多了。流苏倒是一根没掉。"],
    [5, "zh", "荒原", 388, "颜色像山", "松林绿有三四种深浅，拿远了看像一片坡。"],
    [4, "en", "Mr. Villar", 472, "Shrank a little", "My machine, not their wool. Use the wool programme. Read the label. I know."],
  ],
  "first-frost-throw": [
    [5, "en", "October", 8, "Two who sit close", "We now sit close."],
    [4, "zh", "没暖气", 24, "渐变很美", "每条都不一样，我这条从梅子红渐到酒红。有点羊毛味，晾一天就好。"],
    [5, "en", "Rhys", 39, "For the price", "Nothing near it."],
  ],
  "nap-blanket": [
    [5, "en", "Twenty minutes", 46, "It was an hour", "I blame the blanket."],
    [5, "zh", "午睡", 90, "夏天空调房刚好", "不热不凉，洗了五次越来越软。"],
    [3, "en", "Delia", 151, "Wrinkles", "Linen. I knew. It still looks as though I slept in it, which I did."],
    [4, "zh", "办公室", 188, "叠起来不大", "放抽屉里，全组都借过。"],
  ],
  "hillside-rug": [
    [5, "en", "Wet grass veteran", 51, "Dry enough", "For a sandwich. For two, bring a bag to sit on."],
    [4, "zh", "野餐组", 118, "厚", "坐一下午不硌，就是卷起来一大捆。"],
    [5, "en", "Friday lunch", 207, "Tea stains out", "Red wine took longer. Brush, sun, patience."],
  ],
  "cot-blanket": [
    [5, "en", "New to this", 33, "Boiled it eleven times", "It has seen things. It is still soft."],
    [5, "zh", "新手爸", 76, "透气放心", "半夜蹬到脸上也不慌，小洞洞都透气。"],
    [4, "en", "Grandma Ro", 180, "Now a cape", "He is four. It has a name."],
    [4, "zh", "二胎", 290, "老大用完老二用", "洗到起了一点球，柔软度没变。"],
  ],
  "long-night-blanket": [
    [5, "en", "Four in the morning", 20, "Under the chin", "I never knew mine had opinions."],
    [5, "zh", "深睡", 57, "压身不压气", "有重量感，但不闷。冬天只盖它一条。"],
    [2, "en", "Hot sleeper", 98, "Too warm", "My fault perhaps, but with a duvet as well it is a furnace."],
    [4, "en", "N. & F.", 121, "Get the large", "The smaller one leads to nightly negotiations."],
  ],
  "corded-linen-cushion": [
    [5, "en", "Corners", 29, "They keep standing", "Eight months and no sagging ears."],
    [4, "zh", "沙发", 65, "颜色很稳", "铁锈红配灰沙发绝了。羽毛偶尔钻一根出来。"],
    [5, "en", "Stylist", 142, "Photographs well", "I own twelve. Do not tell my accountant."],
    [3, "en", "Ewan", 230, "Two oats do not match", "Bought six months apart, different dye lots. They warn you. Order together."],
    [5, "zh", "六十的", 301, "大的当床头", "60 的靠着看电视正好。"],
    [4, "en", "Sigrid", 399, "Zip vanished", "It hides so well I thought there was none."],
  ],
  "window-seat-cushion": [
    [5, "en", "Stone cottage", 44, "No more cold back", "I look out of the window now. For hours."],
    [4, "zh", "飘窗", 109, "厚实", "飘窗冬天终于能坐了，狗也霸占一半。"],
    [4, "en", "Labrador, black", 190, "Shrugs off dog", "A good deal of it, as they say. Not all."],
  ],
  "back-of-the-book-cushion": [
    [5, "en", "Reads at a slant", 18, "Rain on gravel", "I shake it more than needed, just to hear it."],
    [4, "zh", "腰不好", 44, "支撑够", "比软垫强，两公斤搬着有点沉。"],
    [2, "en", "Quiet please", 70, "Noisy in bed", "Every time I turn, my partner wakes. Great on the sofa though."],
  ],
  "bench-cushion": [
    [5, "en", "Kitchen committee", 61, "Complaints have stopped", "About the bench."],
    [4, "zh", "滚边", 150, "结实", "孩子爬上爬下一年，边还是好的。"],
    [4, "en", "Organist", 244, "Three hours on a pew", "I can stand up afterwards."],
  ],
  "corduroy-hour-cushion": [
    [5, "en", "Bark to honey", 4, "It does that", "I have been stroking a cushion for ten minutes."],
    [4, "zh", "灯下", 9, "照片拍不出来", "实物比图美，沾毛也是真的沾。"],
  ],
  "house-towels": [
    [5, "en", "Two per cent", 26, "I measured", "1.8. Remarkable."],
    [5, "zh", "吸水", 58, "第一次就吸水", "不像以前的要洗好几次。青瓷色很清爽。"],
    [4, "en", "Hotel refugee", 140, "Dries slowly", "Thick towels do. Worth it."],
    [3, "zh", "掉色", 209, "墨蓝第一次掉色", "请单独洗，我的白衬衫现在是天蓝色。"],
    [5, "en", "Gwendolyn", 320, "A year, sixty washes", "Edges still straight."],
    [5, "zh", "六条刚好", 441, "不多不少", "两个人一套，颜色分家，不再拿错。"],
  ],
  "waffle-towels": [
    [5, "en", "Tiny bathroom", 37, "Half the room", "And the window no longer fogs for a day."],
    [2, "zh", "敏感肌", 102, "偏硬", "洗了八次还是觉得糙，转给男朋友了，他很喜欢。"],
    [4, "en", "Backpacker", 188, "Dry by morning", "In a Lisbon hostel in November. That is something."],
    [5, "en", "Ines", 290, "I prefer rough", "Wakes me up."],
  ],
  "lake-towels": [
    [5, "en", "Sandwich test", 69, "True", "It was a large sandwich, but still."],
    [4, "zh", "游泳", 155, "不沾沙", "一抖就净。钥匙袋那条被我占了。"],
    [4, "en", "Swim club", 260, "Thin", "If you want to be hugged, get thicker ones. If you want to be dry, this."],
    [5, "zh", "海边住", 355, "两个夏天", "没褪色，没变硬。"],
  ],
  "guest-towels": [
    [5, "en", "Host", 48, "Stitch number three is mine", "Our guests introduced themselves by stitches."],
    [4, "zh", "待客", 100, "绣针数很妙", "小而精致，客人都拍照。要熨才平。"],
  ],
  "heavy-towels": [
    [5, "en", "Late for work", 11, "Held", "It is the right word."],
    [3, "zh", "南方梅雨", 22, "干不透", "没有烘干机慎买，阴天要晾三天。"],
    [5, "en", "Marguerite", 30, "Worth the rail", "Bought a heated rail for them. No regrets at all."],
  ],
};
