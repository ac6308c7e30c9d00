import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const cyclingReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "town-helmet": [
    [5, "en", "Half price, whole head", 18, "Car door, Tuesday", "I am fine. The helmet is not. Photo sent, new one here by Friday. Wear your helmet."],
    [5, "zh", "通勤", 44, "不像蘑菇头", "终于不丑了，配大衣也不违和。"],
    [4, "en", "Bun wearer", 121, "Dial versus hair", "A low bun and the dial disagree. A plait is fine."],
    [4, "zh", "透气", 205, "夏天还行", "三十五度也会出汗，但比全封闭的好。内衬拆洗方便。"],
    [3, "en", "In between", 266, "Between sizes", "At 57.5 I tried both. Small too tight, large a bit loose with the dial fully in. Kept the large."],
    [5, "en", "Delphi", 371, "Drizzle closed, July open", "They are right about both."],
    [5, "zh", "青瓷色", 440, "买了三顶", "全家一人一顶，颜色分得清。"],
  ],
  "rush-hour-helmet": [
    [5, "en", "Followed home", 15, "Drivers keep back", "Noticeably. It brightens when I brake, and they brake too."],
    [4, "zh", "夜骑", 42, "灯很匀", "不刺眼但远处看得见，一周充一次。"],
    [4, "en", "Cable", 70, "Charging port is under the pad", "Takes a moment to find. Once found, fine."],
    [2, "en", "Rainy Glasgow", 92, "Light died in a downpour", "They replaced the light unit. Second one has seen worse and lives."],
  ],
  "back-seat-helmet": [
    [5, "en", "Snoring behind me", 30, "Head stays up", "She sleeps from the bridge to nursery, upright."],
    [5, "zh", "磁扣", 75, "真的不夹下巴", "之前那顶夹过一次，孩子就再也不肯戴了。"],
    [4, "en", "Stickers", 160, "Smooth shell takes stickers", "Eleven so far. It is a feature."],
    [4, "zh", "后脑平", 238, "睡着不低头", "就是夏天有点热，后面风口少。"],
  ],
  "long-road-helmet": [
    [5, "en", "Randonneur", 33, "Six hundred kilometres", "Forgot it at the second control. Had to be told it was on my head."],
    [5, "zh", "长辫子", 92, "辫子有地方放", "女生福音，头箍也不扯头发。"],
    [4, "en", "Cap underneath", 188, "Good ventilation", "Bees agree. Consider the cap."],
    [3, "zh", "风噪", 270, "下坡有风声", "四十以上会呼呼响，爬坡确实凉快。"],
    [5, "en", "Sale find", 344, "For this money", "I expected a compromise and got my favourite."],
  ],
  "november-helmet": [
    [5, "en", "Rides all year", 6, "Drawer emptied", "Three half-answers went to charity."],
    [4, "zh", "护耳", 16, "耳朵终于不疼", "零下五度骑半小时，耳朵是热的，听车声略闷。"],
    [5, "en", "Button off in March", 22, "Bought in the cold snap", "My forehead has stopped aching."],
  ],
  "ping-bell": [
    [5, "en", "Tuner", 20, "It is an A", "A little sharp in the cold. I checked."],
    [5, "zh", "叮", 47, "声音太治愈", "余音很长，路人真的会笑着让。"],
    [5, "en", "Towpath", 126, "They step aside", "Smiling, as advertised. One man said bless you."],
    [4, "zh", "黄铜变色", 210, "半年变暗了", "我喜欢，家属说像脏了，一擦又亮。"],
    [4, "en", "Hex key", 288, "Bring your own key", "2.5 mm, not in the box. Everything else is perfect."],
    [3, "en", "Loosens", 370, "Works loose on cobbles", "Every month or so. A drop of thread lock and it stays."],
    [5, "zh", "第三辆车", 461, "每辆车都装它", "不响都想拨一下。"],
  ],
  "canal-bell": [
    [5, "en", "Amsterdam, tourists", 28, "One note, one path", "Cleared a wedding party."],
    [4, "zh", "公路车也装", 97, "车友笑死", "装在弯把上像戴了顶帽子，但真管用。"],
    [5, "en", "Cargo bike dad", 180, "Kids demand it", "Twice per lamp post."],
    [2, "en", "Rust in salt air", 259, "Spots after one winter", "By the sea the plating does not last. They offered solid brass in exchange."],
  ],
  "quiet-street-bell": [
    [5, "en", "Whippet owner", 24, "Nobody startles", "Not even him."],
    [5, "zh", "清晨", 66, "不扰民", "六点骑车过小区刚好，很小一颗，黄铜的最好看。"],
    [3, "en", "City", 130, "Too quiet for buses", "That is the idea, I know. I ended up with two bells."],
  ],
  "trail-bell": [
    [5, "en", "Hikers thank me", 14, "A tap is enough", "I have used the full stroke once. On a cow."],
    [4, "zh", "林道", 37, "两种声音", "轻点很客气，按到底很威风。摔过一次，拨杆掰回来了。"],
    [4, "en", "Riding buddy", 61, "He rings at squirrels", "The bell is good. The man is not."],
  ],
  "first-bell": [
    [5, "en", "Did it while she slept", 39, "The felt", "She thinks the bell has a cold. We are at peace."],
    [4, "zh", "四岁半", 101, "一碰就响", "小手按得动，就是停不下来，毛毡是救星。"],
    [5, "en", "Grandad", 222, "Fitted in a minute", "On a balance bike. Rang eleven times before breakfast."],
    [5, "zh", "滑步车", 340, "颜色亮", "紫铜色在太阳下很好看，便宜又结实。"],
  ],
  "spring-bottle": [
    [5, "en", "Third day", 26, "Water tastes of water", "I tested by accident. Left it at work over the weekend."],
    [4, "zh", "不响", 60, "水壶架里不晃", "之前的钢壶一路哐当，这个贴合。印的山磨掉了一点。"],
    [5, "en", "Teeth, palm", 133, "The valve", "One hand, no thinking. Comes apart in three pieces."],
    [3, "en", "Flow is slow", 218, "For racing, no", "For everything else, fine. You have to mean it when you squeeze."],
    [5, "zh", "天青", 299, "颜色很清爽", "办公室、骑车都用，同事以为是设计师款。"],
    [4, "zh", "750", 401, "大号略高", "小车架放不下 750，买前量一下。"],
  ],
  "cold-morning-bottle": [
    [5, "en", "Ten o'clock", 21, "Still warm", "I could set a watch by my tea."],
    [5, "zh", "冬骑", 58, "骑到单位还是温的", "零下也不结冰，一捏一口热茶。"],
    [4, "en", "Gatepost", 144, "Leaks if not tight", "Turn until the click. Before the click it lies to you."],
    [4, "zh", "别装开水", 199, "五六十度最好", "说明写了别装滚水，我装了，盖子有点变形。"],
  ],
  "hill-bottle": [
    [5, "en", "Hay, two washes", 34, "As told", "Honest people. Great squeeze."],
    [4, "zh", "捏得动", 89, "轻", "侧面透明条很方便，刚开始确实有草味。"],
    [5, "en", "Club order", 176, "Forty of them", "Two lost, none cracked, one chewed by a goat."],
    [2, "en", "Mould", 281, "Valve hard to clean", "Unless you take it apart each time. I do not, so that is on me, but others are easier."],
  ],
  "desk-and-saddle-bottle": [
    [5, "en", "Not the accountant", 31, "One lid holds both", "I stopped owning two bottles."],
    [4, "zh", "加冰", 104, "大口真好用", "冰块直接倒，回家路上用小口，盖子零件略多。"],
    [4, "en", "No ring", 222, "On the contract", "Stood on it all meeting. Nothing."],
  ],
  "little-passenger-bottle": [
    [5, "en", "Wet back, once", 13, "Limited, as promised", "A quarter litre is survivable."],
    [5, "zh", "扔了五次", 27, "盖子自己会关", "从后座扔到马路上，一滴没漏，多了两道印。"],
    [3, "en", "Straw chewer", 41, "Straws do not last", "Three weeks each. They are cheap, but I would like a tougher one."],
  ],
  "deckhand-bottle": [
    [5, "en", "Scratched it at once", 3, "Now I can relax", "Good advice, good flask."],
  ],
};
