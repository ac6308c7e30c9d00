import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const toysReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "saturday-car": [
    [5, "en", "Four metres?", 19, "Four metres twenty", "On our floor. There was a tape measure and a lot of shouting."],
    [5, "zh", "小司机", 48, "手感好", "木头温温的，儿子睡觉都攥着。"],
    [4, "en", "Paint", 133, "A chip on the bumper", "After being driven off the stairs nine times. Fair."],
    [5, "en", "Second child", 244, "Handed down, still rolls", "The wax trick works. Nothing on the carpet in two years."],
    [5, "zh", "不用电池", 310, "安静的快乐", "没有音乐没有灯，反而玩得最久。"],
    [3, "en", "Tiny hands", 399, "Heavy for the little one", "Mine dropped it on a toe. His own."],
    [4, "zh", "赭黄", 480, "颜色高级", "摆出来也好看，就是一辆不够，抢。"],
  ],
  "removal-car": [
    [5, "en", "Snail transport", 31, "The snail arrived", "It did not want to leave."],
    [4, "zh", "草地", 90, "宽轮子好推", "石子路也能走，座位上放的饼干总会被吃掉。"],
    [5, "en", "Woodworker uncle", 177, "Look at the grain", "They did not hide the chair in it."],
    [4, "en", "Loud on tiles", 231, "Oak wheels", "On wood it purrs, on tiles it does not."],
  ],
  "night-taxi": [
    [5, "en", "Bedtime", 27, "The light", "He asked where the battery goes. I said think about it. He thought for a week."],
    [5, "zh", "床边等客", 80, "讲故事的好道具", "每晚要打车去月亮，司机是我。"],
    [4, "en", "Ochre", 202, "More beautiful than the photo", "The lamps are small. I had expected bigger ones."],
    [4, "zh", "三岁", 321, "玻璃结实", "摔了几回没裂，漆掉了一点。"],
  ],
  "car-from-the-old-days": [
    [5, "en", "Grandfather, 78", 22, "I picked it up first", "They know me."],
    [5, "zh", "外公买的", 64, "外公比孩子还喜欢", "他说像他小时候邮局门口那辆。"],
    [4, "en", "Rolls to the left", 128, "Slightly", "So did the real ones, says my father."],
  ],
  "hallway-racer": [
    [5, "en", "Accounts, second floor", 12, "Ten metres five", "New record. Please update the page."],
    [5, "zh", "画车号", 35, "颜料够用", "画了个 7，又画了火焰，剩下的画了自己。"],
    [4, "en", "Downstairs neighbour", 50, "Fast, therefore loud", "A bump into the skirting board every nine seconds."],
  ],
  "doorstep-car": [
    [5, "en", "Skirting board", 4, "Unmarked", "After a week of rallies. I checked on my knees."],
    [4, "zh", "过门槛", 9, "真不翻", "推着满屋跑，夜里踩到它不翻，翻的是我。"],
  ],
  "seven-rings": [
    [5, "en", "Wrong order", 25, "The better tower", "She was right, I was not."],
    [5, "zh", "六个月", 70, "啃得最多的玩具", "漆没掉，边很圆，消毒擦一擦就行。"],
    [4, "en", "Pole", 158, "The pole gives way", "I fell on it, at night. We are both fine."],
    [5, "zh", "传家", 266, "老大玩完老二玩", "木头变深了一点，更好看。"],
    [3, "en", "Colours", 350, "Paler than shown", "Very pretty, only paler."],
  ],
  "quiet-rings": [
    [5, "en", "Not the writer", 29, "Five in the morning", "Nobody knows. Except us."],
    [5, "zh", "楼板薄", 83, "邻居没再上楼", "毛毡掉了一点绒，不影响。"],
    [4, "en", "Felt", 150, "Not for dribblers", "It dries slowly when soaked. We take turns."],
  ],
  "counting-rings": [
    [5, "en", "Reception class", 40, "Adding in a row", "Six sets, thirty children, no arguments over fives."],
    [4, "zh", "摸刻痕", 110, "闭眼也能数", "孩子喜欢玩蒙眼猜，边缘有一处毛刺，砂纸磨了。"],
    [2, "zh", "掉漆", 205, "啃掉一块漆", "虽然说水性安全，还是心里不踏实，换了新的。"],
    [5, "en", "Blind cousin", 260, "By thumb", "The first toy they could play with as equals. Thank you."],
  ],
  "rings-with-a-bell": [
    [5, "zh", "找铃铛", 18, "摇了一下午", "终于找到第五个，第二天又忘了，再找一遍。"],
    [4, "en", "A father", 44, "Low note appreciated", "Deeply."],
    [5, "en", "Music therapist", 71, "Kind sound", "Nothing shrill. I use it at work."],
  ],
  "big-rings": [
    [5, "en", "Stood at the bottom", 7, "Two of them do roll", "Beautifully. Into me."],
    [4, "zh", "方向盘", 16, "先当方向盘了", "个头比想象大，占地方，但全家都在玩。"],
  ],
  "town-blocks": [
    [5, "en", "Town planner", 33, "Professional admiration", "Everything lines up. I wish my town did."],
    [5, "zh", "地震", 75, "搭十二分钟，推一秒", "笑得停不下来，再搭。布袋当垫子很方便收。"],
    [4, "en", "One short", 140, "59 blocks", "Wrote, and the sixtieth came with a drawing of a town hall."],
    [5, "en", "Marble", 233, "Fits under the arch", "Such a small promise, kept."],
    [4, "zh", "一百块", 304, "建议直接买 100", "60 块两个孩子不够分。"],
    [5, "zh", "颜色", 420, "苔绿赤陶都耐看", "不刺眼，客厅摊着也不乱。"],
  ],
  "architects-blocks": [
    [5, "en", "Third-year student", 21, "My model", "I passed. It was on loan from my niece."],
    [5, "zh", "长短多", 62, "比例舒服", "搭出来自然好看，大人更上瘾。"],
    [4, "en", "Storage", 119, "Box is clever, lid is tight", "You need to put them back the way they came. Nobody can."],
    [4, "zh", "云和", 190, "木工扎实", "尺寸误差很小，叠十层不歪。"],
  ],
  "marble-run-blocks": [
    [5, "en", "An hour a day", 36, "I broke the rule", "So did my wife. The children went to bed by themselves."],
    [4, "zh", "机关", 100, "找到那块了", "不剧透，找到的时候全家欢呼。轨道接口要对齐才顺。"],
    [3, "en", "Marbles", 190, "Two under the sofa", "A fifth marble was wise. A sixth would be wiser."],
    [5, "zh", "打折", 277, "性价比高", "玩了快一年没腻，每次搭的都不一样。"],
  ],
  "pocket-blocks": [
    [5, "en", "Slow restaurant", 24, "We stayed for pudding", "Unheard of."],
    [5, "zh", "高铁", 59, "小桌板刚好", "五个小时没闹，旁边的叔叔也加入了。"],
    [4, "en", "Ten now", 97, "One is in Vienna", "Somewhere near platform 8."],
  ],
  "letter-blocks": [
    [5, "en", "Bilingual house", 10, "Both alphabets, so to speak", "She stamps MUM and the character for mountain on everything, including the cat."],
    [5, "zh", "盖章", 20, "给外婆盖了一封信", "“山、水、大、小”，外婆裱起来了。"],
    [4, "en", "Only one Q", 33, "We noticed", "Quick quiz was impossible."],
  ],
};
