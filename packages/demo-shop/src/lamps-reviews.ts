import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const lampsReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "halden-desk-lamp": [
    [5, "en", "Astrid", 23, "It stays", "My last lamp sank a centimetre an hour. I marked this one's height with a pencil in March and the mark is still right."],
    [5, "zh", "夜读人", 41, "弹簧太顺了", "一根手指就能推，停哪儿是哪儿。暖光不刺眼，看纸书正合适。"],
    [4, "en", "Colin W.", 99, "Terracotta is braver than it looks", "On screen it is soft; on my white desk it is the loudest thing in the room. I have come to like that."],
    [5, "en", "F. Adeyemi", 160, "Spare parts are real", "My dog ate the switch. They posted a new one and a drawing of how to fit it. Eleven minutes, one screwdriver."],
    [3, "zh", "阿哲", 202, "三档不够", "最低档作夜灯还是偏亮，希望出无级调光版。做工没话说。"],
    [5, "en", "Mrs. Harlow", 290, "Bought for my eyes", "Seventy-four years old and sewing again."],
    [4, "zh", "木可", 377, "底座有分量", "稳，但搬来搬去手酸。电线的棉编很好看。"],
  ],
  "night-school-lamp": [
    [5, "en", "Theo", 34, "My roommate is happy", "He sleeps, I cram. Best money of the term."],
    [4, "zh", "考研二战", 57, "宿舍神灯", "光不会漏到对床，开关摸黑能找到。就是不能调光。"],
    [4, "en", "Dad of two", 120, "Sturdy", "Fell off a bunk bed. Dented, works."],
    [2, "en", "Mirela", 260, "Too dim for a big desk", "It is meant for a small desk and says so, but I hoped."],
    [5, "zh", "竹子", 299, "打折入的", "松林绿很耐看，妹妹也要了一盏。"],
  ],
  "draughtsman-lamp": [
    [5, "en", "Ines, illustrator", 12, "Colours at midnight are colours at noon", "I stopped re-checking everything in daylight. The curve on the box matched my meter, more or less."],
    [5, "zh", "水彩阿岑", 29, "显色是真的好", "群青和钴蓝终于分得清了。臂很长，A1 图纸不用挪灯。"],
    [3, "en", "Pavel", 66, "Clamp is small", "My table is 55 mm thick and the clamp stops at 50. I used the foot."],
    [4, "en", "Lotte B.", 110, "A tool, not an ornament", "Nobody will compliment you on it. You will not care."],
  ],
  "letter-writer-lamp": [
    [5, "en", "Octavia", 4, "The wheel", "I roll it when I am thinking. Brass gets warm. That is the review."],
    [5, "zh", "见字如面", 8, "像一小片月光", "写信、练字都好，最暗的时候当夜灯，孩子也不闹了。"],
  ],
  "bay-pendant": [
    [5, "en", "Jonas & Mia", 48, "We hung it at 55", "As told. Dinner looks like a painting now."],
    [4, "zh", "吃饭要紧", 73, "餐桌上方很合适", "42 的配四人桌正好。安装说明只有图，师傅看了两眼就会了。"],
    [5, "en", "Gwen R.", 130, "White inside matters", "I had a black-inside pendant before, like eating in a well. This is the opposite."],
    [4, "en", "Sal", 215, "Cable a bit short for me", "High ceilings: ask for the longer one, they do it for a few dollars."],
    [2, "zh", "小满", 281, "边缘有一处不平", "旋压的地方有一道明显的纹，换货花了两周，第二只完美。"],
    [5, "zh", "北方", 322, "一年了", "油烟擦一下就掉，颜色没变。"],
  ],
  "galley-pendant": [
    [5, "en", "Cook on nights", 62, "Three in a row", "Wiped them with a dishcloth for five months. As new."],
    [4, "en", "Beatriz", 111, "Enamel has a tiny pinhole", "Only I know where. Fine lamp."],
    [5, "zh", "厨房里的海", 150, "不怕油烟", "卷边不割手，擦灯的时候才知道这一点有多好。"],
  ],
  "parish-pendant": [
    [5, "en", "Stairwell", 80, "They came and hung it", "Two people, one ladder, forty minutes and a cup of tea. Who does that?"],
    [4, "zh", "挑高四米二", 192, "大而不笨", "客厅终于压得住了。箱子很大，扔起来麻烦。"],
    [3, "en", "N. Castellan", 340, "Needs a strong bulb", "With an ordinary bulb it looks beautiful and lights very little. Buy the big one."],
  ],
  "corner-shop-pendant": [
    [5, "zh", "小店主", 15, "就该是柜台的灯", "我的咖啡店一口气挂了五盏，客人拍照都在灯下。"],
    [4, "en", "Hattie", 27, "Cute and bright", "Smaller than expected, exactly as they warned."],
    [5, "en", "Rob", 55, "Hides my plaster", "Three centimetres of shame, gone."],
  ],
  "pebble-table-lamp": [
    [5, "en", "Saoirse", 39, "Everyone touches it", "And then it turns on and they laugh."],
    [4, "zh", "拾贝", 70, "触摸很灵", "灵得有点过头，猫蹭一下也会亮。灯座的釉很美。"],
    [3, "en", "W. Tran", 118, "Shade attracts fluff", "Linen does that. A lint roller once a month."],
    [5, "zh", "潮汐", 170, "卧室的光刚刚好", "一半透光一半往下，不刺眼。"],
  ],
  "bedside-no-4": [
    [5, "en", "Insomniac", 21, "Half asleep, it works", "Push. Dark. No searching for a button while the phone lights up the room."],
    [5, "zh", "晚安", 45, "越暗越暖", "最暗的时候像烛光，喂夜奶再也不用开大灯了。"],
    [4, "en", "Deirdre", 140, "Fingerprints on the shade", "Because you touch it all the time. A damp cloth on Sundays."],
    [4, "zh", "许愿", 199, "真的不嗡", "以前的调光灯都有电流声，这个凑近听也没有。"],
    [1, "en", "Leon", 240, "Shade went loose", "After six weeks it no longer held at the top. Repair took nineteen days, too long to be without a bedside lamp."],
  ],
  "window-sill-lamp": [
    [5, "en", "Marian", 11, "For my son's late shifts", "He says he can see it from the bus."],
    [5, "zh", "归途", 19, "给爸妈也买了", "每晚自动亮自动灭，我在外地，看监控里那盏灯就安心。"],
    [4, "en", "G. Novak", 30, "Timer cannot be changed", "One in the morning it is. Suits me, may not suit you."],
  ],
  "gallery-table-lamp": [
    [5, "en", "Philippa", 25, "The waist", "Where the glaze pools. I turn everything else off just to see it."],
    [4, "zh", "薄暮", 58, "釉色会变", "白天就是个素净的瓶子，晚上完全两样。丝编电线也讲究。"],
    [4, "en", "Amir", 90, "Not a reading light", "A mood, not a tool. Know what you are buying."],
  ],
  "mast-floor-lamp": [
    [5, "en", "Kate O.", 64, "Does not tip", "The toddler has tried. Three legs apart, it just shrugs."],
    [4, "zh", "帆", 128, "三条腿占地方", "稳是真的稳，就是脚要张开五十厘米。亚麻灯罩透出来的光很柔。"],
    [5, "en", "Viktor", 205, "Pull cord!", "I had forgotten how nice it is not to look for a foot switch."],
    [3, "en", "S. Lam", 380, "Linen shade slightly tilted", "You can bend it straight, but at this price I would rather not have to."],
    [5, "zh", "阅微", 444, "搬家也带着", "两次搬家都没舍得卖。"],
  ],
  "reading-corner-lamp": [
    [5, "en", "H. Quist", 36, "I am not that customer, but thank you", "Finally a floor lamp that lights books."],
    [5, "zh", "书脊", 81, "光都在书上", "天花板是暗的，书是亮的，整个人很安静。"],
    [4, "en", "Paula", 144, "Wheel picks up dust", "The foot wheel sits on the carpet and collects hair. Otherwise perfect."],
    [4, "zh", "半日闲", 210, "高度刚好", "135 配单人沙发刚好，配高背椅略矮。"],
  ],
  "tall-quiet-lamp": [
    [4, "en", "Minimal Max", 100, "As described", "Tall. Quiet."],
    [5, "zh", "角落", 178, "存在感低，好", "白天几乎看不见，晚上刚好一团光。"],
    [3, "en", "Rhea", 251, "Wobbles on floorboards", "Slim means it sways when someone walks by. Felt pads helped."],
  ],
  "orchard-floor-lamp": [
    [5, "en", "Bram", 3, "They cut it for me", "Sloped ceiling, sent a sketch, it came six centimetres shorter and perfect."],
  ],
};
