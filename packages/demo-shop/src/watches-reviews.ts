import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const watchesReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "meridian-38": [
    [5, "en", "Desmond", 29, "The drawing in the lid", "I showed it to my watchmaker. He asked if he could keep the box."],
    [5, "zh", "三针党", 61, "干净", "没有日历真好，盘面像一张白纸。日差五秒左右，满意。"],
    [4, "en", "Fiona", 130, "Strap stiff at first", "Two weeks. Then it is mine."],
    [5, "en", "Retirement gift", 218, "He cried, a bit", "Forty years at the railway. He checks it against the trains and the trains are wrong."],
    [3, "zh", "夜光呢", 277, "没有夜光", "晚上看不清，页面也没写有，自己没注意。"],
    [5, "zh", "小厂之光", 366, "做工对得起价", "表壳打磨细，背透机芯没花哨装饰，喜欢这种老实。"],
    [4, "en", "Ola", 450, "Runs four seconds fast", "They regulated it for nothing at its first birthday."],
  ],
  "meridian-34": [
    [5, "en", "Small wrist, large opinions", 36, "Redrawn, not shrunk", "You can see it in the lugs. Thank you."],
    [5, "zh", "手腕 14 厘米", 80, "终于有合适的", "机械表大多太大，这块贴腕不晃。"],
    [4, "en", "Maureen", 166, "Winds a little loud", "In bed I can hear the rotor. Off the wrist, silent."],
    [5, "zh", "情侣", 211, "和先生的 38 一对", "他的炭黑，我的燕麦白，不张扬的情侣表。"],
  ],
  "field-hand-watch": [
    [5, "en", "Tree surgeon", 23, "Hurt daily", "Bark, sap, a chain once. Still winds with the coffee."],
    [4, "zh", "手上链", 88, "仪式感", "每天早上拧二十圈，比喝咖啡还醒神。表带三个月就养出颜色了。"],
    [5, "en", "Owl survey", 160, "Lume until they stop", "I am one of perhaps six people who could test this. It is true."],
    [2, "en", "Harris", 249, "Mineral glass scratched", "On a door frame in week one. At this price I hoped for sapphire. New glass was cheap, I admit."],
    [5, "zh", "农场实习", 330, "皮实", "水里泥里都下过，一点没事。"],
  ],
  "office-hours-watch": [
    [5, "en", "Cuffs", 17, "Slides under", "Nobody knows I am checking the time. Everybody knows I leave at five."],
    [4, "zh", "通勤", 49, "薄得像没戴", "走时准，开会看表很隐蔽。皮带略硬。"],
    [4, "en", "Tilda", 101, "Coin opens it", "Slightly too proud of having changed a battery."],
  ],
  "half-past-watch": [
    [5, "en", "Year two teacher", 8, "I was one of the nine", "I was the eighth. Good decision."],
    [5, "zh", "差一刻", 15, "三天学会", "女儿现在每隔十分钟报一次时，甜蜜的烦恼。"],
    [4, "en", "Lost and found", 26, "Name space would help", "She has lost it twice and found it twice."],
  ],
  "station-wall-clock": [
    [5, "en", "Long hallway", 40, "Read from the far door", "Fifteen metres here. No glasses."],
    [5, "zh", "静音", 77, "真的没有滴答", "放卧室一年，失眠的我可以作证。"],
    [4, "en", "Template Tim", 152, "Four minutes", "Five, I dropped the screw."],
    [3, "zh", "玻璃反光", 239, "弧面会反光", "正对窗户的墙看不清，换面墙就好。"],
    [5, "en", "Café Sol", 344, "Our customers set watches by it", "Two of the 40. Both agree with each other, which is more than the last pair did."],
    [4, "zh", "四十的", 430, "比想象大", "客厅挂 40 很气派，小房间 30 够了。"],
  ],
  "kitchen-wall-clock": [
    [5, "en", "Bread went in at ten past", 32, "It points, I decide", "No more beeping. Only one burnt loaf, and that was me."],
    [4, "zh", "黄铜针", 95, "实用", "煮蛋、炖肉都拨一下，油烟擦一擦就净。"],
    [5, "en", "Enamel fan", 201, "Face like a good saucepan", "Terracotta face, white tiles, joy."],
    [3, "en", "Gareth", 300, "Brass hand is loose", "Slips when the extractor shakes the wall. Felt pad behind it cured that."],
  ],
  "school-hall-clock": [
    [5, "en", "Class of 84", 53, "The hesitation!", "I was back there at once, chewing a pencil."],
    [4, "zh", "跳分", 180, "一格一格跳", "看它跳很上瘾，跳的时候有很轻的咔。"],
    [2, "en", "Open-plan", 266, "You can hear it jump", "Once a minute. In a silent room I could not un-hear it."],
  ],
  "stairs-clock": [
    [5, "en", "Shoes in hand", 27, "One glance", "Late, as ever, but informed."],
    [4, "zh", "玄关", 84, "简洁", "和海湾吊灯很搭，整条走廊都顺眼了。"],
    [4, "en", "Dusty", 131, "No glass", "So dust the hands now and then. A brush will do."],
  ],
  "two-cities-clock": [
    [5, "en", "Anjali in Leeds", 6, "Half-hour steps", "The first clock in my life that knows Delhi properly."],
    [5, "zh", "异国恋", 11, "签上写了他的名字", "抬头就知道他那边几点，不用再换算。"],
  ],
  "little-rooster-alarm-clock": [
    [5, "en", "Deep sleeper", 25, "Forgiven by eight", "Not one minute sooner."],
    [4, "zh", "赖床十级", 70, "响得整栋楼都醒", "有效，邻居也起了。赭黄色很可爱。"],
    [3, "en", "Bea", 143, "Tick is loud", "A small horse indeed. It lives in the bathroom, which also makes me get up."],
    [5, "en", "Jules", 240, "Winding it", "I decide. It rings. A contract."],
    [5, "zh", "上弦", 311, "不用电池真好", "停电都叫得醒，像小时候家里那只。"],
    [1, "zh", "半夜", 390, "凌晨三点响了", "闹针对不准，差了半小时，换了一只还是差二十分钟，退了。"],
  ],
  "gentle-alarm-clock": [
    [5, "en", "Laughing clock", 37, "My son sets it upright", "And tells it to calm down. We are never late now."],
    [4, "zh", "咕哝", 99, "醒得不心慌", "多数时候咕哝两声我就醒了，铃声至今没听全。"],
    [4, "en", "Saul", 180, "Nine minutes is long", "I wake at minute two and resent the other seven. There is a setting."],
  ],
  "next-room-alarm-clock": [
    [5, "en", "Phone in the kitchen", 42, "I sleep now", "That is all. I sleep."],
    [5, "zh", "两居室", 121, "隔一扇门刚好", "我醒了，孩子没醒，神奇。"],
    [3, "en", "Thin walls", 205, "Through two doors, here", "My neighbour now also gets up at six. She took it well."],
    [4, "zh", "黄铜铃", 266, "铃声不刺耳", "清脆但不吓人，打折入很值。"],
  ],
  "nap-clock": [
    [5, "en", "Pressed the handle", 13, "One stroke", "The kindest alarm there is."],
    [5, "zh", "午休", 33, "办公室神器", "按一下就睡，不用算时间，只敲一声，同事都没发现。"],
    [4, "en", "Twenty is the limit", 50, "Strict", "I would like thirty. I respect it."],
  ],
  "grandfathers-alarm-clock": [
    [5, "en", "Macular", 30, "I feel the time", "At four in the morning, with one finger. Nobody else needs to know how well it works."],
    [5, "zh", "给姥爷", 73, "低音听得见", "以前的闹钟姥爷总听不到，这个一响就醒。"],
    [4, "en", "Nurse", 119, "Glass needs care", "The hinge is fine, the catch is small for stiff fingers."],
  ],
  "shelf-clock": [
    [4, "zh", "没找到开关", 4, "我就是那一半", "也不想找了，摆着好看就行。"],
  ],
};
