import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const kitchenReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "smiths-saucepan": [
    [5, "en", "Perdita", 22, "Custard without fear", "No double boiler, no lumps, no shouting."],
    [5, "zh", "热牛奶", 57, "受热真的匀", "以前热奶必糊底，这口锅三个月一次没糊。"],
    [4, "en", "Anders", 131, "Not for induction", "It says so. I did not read. I bought a plate for under it."],
    [3, "zh", "颜控", 190, "要经常擦", "紫铜好看归好看，一周不擦就发暗，懒人请选钢色。"],
    [5, "en", "Chef Amadi", 275, "Re-lined after nine years", "My first one, from the old workshop. Came back shining with my dents left in."],
    [4, "en", "Lucy P.", 390, "Lid sold separately", "Why? Otherwise a joy."],
    [5, "zh", "锤纹", 480, "越看越喜欢", "每一锤都不一样，挂在墙上就是装饰。"],
  ],
  "sunday-saute-pan": [
    [5, "en", "Four thighs", 35, "They do not touch", "Crispest skin of my life."],
    [4, "zh", "下班做饭", 94, "重", "两只手端，但保温确实好，焖菜香。"],
    [5, "en", "Giulio", 170, "Risotto pan, really", "They call it a sauté pan. I have made nothing but risotto in it since May."],
    [2, "en", "Tamsin", 241, "Handle gets hot in the oven", "Obvious, but I have the scar. Include a sleeve at this price."],
  ],
  "jam-pan": [
    [5, "en", "Plum tree owner", 30, "Two kilos, as stated", "Then two more. Then the neighbours'."],
    [5, "zh", "草莓季", 66, "颜色亮", "同样的糖，这口锅熬出来红得透。"],
    [4, "en", "Toffee suspect", 98, "Burnt sugar came off", "Soaked overnight, wiped once. I had prepared a speech."],
  ],
  "one-egg-pan": [
    [5, "en", "Lives alone, likes it", 9, "My size", "Everything in my kitchen was made for a family of five. Not this."],
    [5, "zh", "一人食", 14, "可爱又好用", "煮蛋、热奶、化黄油，每天早上都用它。"],
    [4, "zh", "左撇子", 21, "两边都能倒", "感动，终于想到我们了。就是小把手有点热。"],
  ],
  "akagi-chefs-knife": [
    [5, "en", "Line cook", 18, "Sunday stone, Monday razor", "Ten minutes on a 1000 and it is back. I have had knives cost triple that fight you."],
    [5, "zh", "刀工一般", 50, "切番茄像切空气", "不用使劲，刀自己往下走。第一天就切到手，提醒各位小心。"],
    [4, "en", "Rosie", 121, "Chipped on a squash", "My fault. They reground it for nothing and told me kindly to use something else for squash."],
    [5, "en", "Ikenna", 203, "The balance", "I read the numbers later, as told."],
    [3, "zh", "洁癖", 266, "要立刻擦干", "忘了一次，刃口起了一点锈斑，磨掉了。懒人慎入。"],
    [5, "zh", "十八厘米", 340, "女生选 18", "21 太长，18 灵活，木柄手感温润。"],
    [4, "en", "V. Marchetti", 440, "Box dented", "Knife perfect. As a gift the box mattered, they sent another."],
  ],
  "three-virtues-knife": [
    [5, "en", "Onions no longer roll", 41, "Straight down", "It changed how I stand."],
    [4, "zh", "土豆丝", 99, "不太粘", "浅坑有用，偶尔还是会粘一两片。很锋利。"],
    [5, "en", "Beth-Anne", 180, "Bought after my friend's", "Used hers for one salad. Ordered on the way home."],
    [5, "zh", "厨房小白", 288, "好上手", "比大主厨刀容易控制，切肉片也薄。"],
  ],
  "everyday-cleaver": [
    [5, "zh", "川菜", 24, "这才是菜刀", "拍蒜切丝铲菜一气呵成，薄而不飘。"],
    [5, "zh", "龙泉人", 59, "给家乡点赞", "夹钢看得见那条线，磨两下就利。"],
    [4, "en", "Dougal", 110, "I was afraid of it", "For a week. Now I use nothing else."],
    [2, "zh", "说明书没看", 172, "剁骨头崩口了", "页面写了不砍骨，我妈不知道。售后给免费修了刃。"],
    [5, "en", "Mrs. Chen-Baker", 190, "My mother approves", "She tapped it twice on the board and nodded. That never happens."],
  ],
  "crust-knife": [
    [5, "en", "Sourdough bore", 33, "A sigh, indeed", "The crumb tray has nothing to do."],
    [4, "zh", "周末烘焙", 142, "切吐司很平", "不压塌，长度够切整条。"],
    [5, "en", "Baker's widow", 261, "Birthday cake", "One stroke. The children applauded."],
    [3, "en", "Hamish", 380, "Too long for my block", "26 cm sticks out. Measure."],
  ],
  "lap-knife": [
    [5, "en", "Apples and crime shows", 12, "Thumb intact", "Peeled four episodes' worth."],
    [5, "zh", "削皮", 26, "木鞘会嗒一声", "放包里很安心，办公室削水果全靠它。"],
    [4, "en", "Noor", 50, "Handle is fat", "They say so. My small hands would like it thinner."],
  ],
  "hearth-skillet": [
    [5, "en", "Steak at six", 27, "Smooth inside!", "I ran my hand round it and understood what we had lost."],
    [5, "zh", "铸铁新手", 70, "第一次就没粘", "开锅做得好，煎蛋滑着走。就是重得像练臂力。"],
    [4, "en", "Gretchen", 138, "Handle off, cloth on", "Coming out of the oven. It is iron."],
    [3, "zh", "涂装", 190, "绿色外壁有磕痕", "边缘掉了一小点漆，不影响用，强迫症难受。"],
    [5, "en", "Camp cook", 255, "Fire, oven, table", "In one evening, in that order."],
    [5, "zh", "煎牛排", 333, "锁汁", "火候一到，外焦里嫩，餐厅水平。"],
  ],
  "omelette-pan": [
    [5, "en", "Cluck", 38, "It sends the egg home", "Third try, perfect roll. I called my wife in to watch."],
    [2, "zh", "急性子", 101, "前两周一直粘", "需要养锅，我没耐心。后来养好了确实滑，但过程劝退。"],
    [4, "en", "Philippe", 160, "Honest steel", "Like my grandfather's. He would say it is too light."],
    [5, "zh", "蛋卷", 220, "弧度神奇", "手腕一抖就翻过来了，像学会了魔术。"],
  ],
  "everyday-enamel-pan": [
    [5, "en", "Lazy and proud", 44, "A night in the sink", "Several nights. Still gorgeous."],
    [4, "zh", "番茄炒蛋", 120, "不怕酸", "酱汁类随便煮，煎蛋要多放油。"],
    [1, "en", "C. Ambrose", 212, "Enamel chipped on arrival", "Twice. The third was fine but by then the dinner party was over."],
    [5, "en", "Oat on the table", 310, "Goes with everything", "Shakshuka in it looks like a magazine."],
    [4, "zh", "燕麦白", 401, "白色不好打理", "外底会有黄印，小苏打能去。"],
  ],
  "travelling-pan": [
    [5, "en", "Van, two people", 19, "In the drawer, at last", "The old pan lived on the bed."],
    [4, "zh", "湖边", 40, "煎鱼香", "手柄转下来很顺，就是要擦干，不然锈。"],
    [4, "en", "Tor", 77, "Quarter turn, no wobble", "I do not trust removable handles. I trust this one, nearly."],
  ],
  "heirloom-board": [
    [5, "en", "Knife person", 55, "Edges last longer", "Than on my old bamboo one, by weeks."],
    [4, "zh", "两公斤多", 140, "有分量", "略沉，但切东西稳得像长在台面上。"],
    [5, "en", "Lorna", 266, "Dead flat after a year", "I put a ruler on it. Wood being clever."],
    [5, "zh", "每月上油", 399, "养出来了", "一年下来颜色更深，摸着像石头。"],
  ],
  "two-sided-board": [
    [5, "en", "The onion", 31, "Our toast no longer tastes of onion", "Domestic peace through branding iron."],
    [4, "zh", "小厨房", 88, "大小合适", "36 的够两个人，挂墙上不占地方。"],
    [3, "en", "Ulrich", 155, "Warped slightly", "I left it wet on one side. It flattened again after a week standing."],
    [5, "zh", "烤鸡", 230, "接汁槽够深", "汁水不再流满台面。"],
  ],
  "supper-board": [
    [5, "en", "Sofa diners", 36, "Passed along three people", "Nothing fell off. The pear nearly."],
    [5, "zh", "桧木香", 81, "湿了有柠檬味", "很淡，很舒服。切面包手感软。"],
    [4, "en", "Inge", 120, "Soft wood", "Marks easily. I decided they are memories."],
  ],
  "herb-board": [
    [5, "en", "Parsley daily", 3, "Lives by the hob", "I did not know I needed a small one."],
  ],
};
