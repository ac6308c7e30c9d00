import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const notebooksReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "ledger-notebooks": [
    [5, "en", "Imogen", 13, "Flat at page one", "And flat at page one hundred and sixty. I checked before writing anything."],
    [5, "zh", "手帐老人", 45, "点阵淡得刚好", "写完真的看不见了，扫描也干净。纸不洇，M 尖也没问题。"],
    [4, "en", "Rafael", 101, "Third one is always empty", "I never fill the spare. Sell me two."],
    [5, "en", "Dr. Osei", 178, "Four sets later", "Every project gets a colour. I can find anything on the shelf in seconds."],
    [3, "zh", "墨水瓶", 240, "荧光笔会透", "普通笔都好，荧光笔和酒精马克笔会透到背面。"],
    [4, "en", "Sunniva", 333, "Cloth picks up lint", "Black jumper, terracotta cover, you can guess."],
    [5, "zh", "归档", 470, "布面耐磨", "放包里一年，角都没毛。"],
  ],
  "pocket-ledgers": [
    [5, "en", "Site manager", 31, "Back pocket tested", "Rain, mud, sitting on it. Still reads."],
    [4, "zh", "随手记", 80, "便宜好用", "五本不同颜色更好，就是封面容易折角。"],
    [5, "en", "Waiter", 142, "One a week", "Orders, phone numbers, drawings of regulars."],
    [5, "zh", "铜钉", 220, "淋过雨没生锈", "上次的本子锈得书脊都断了，这个没有。"],
    [2, "en", "P. J.", 301, "Too thin for fountain pens", "Bleeds through with a broad nib. Pencil is fine."],
  ],
  "four-month-diaries": [
    [5, "en", "Lapsed diarist", 29, "No reproach", "I skipped three weeks in May and the book did not mind."],
    [5, "zh", "断断续续", 66, "没有日期真好", "以前买的日记都写到二月，这次写完了一整册。"],
    [4, "en", "Hanne", 150, "Thin paper, in a good way", "Crinkles nicely. You can see the other side a little."],
    [4, "zh", "四月", 233, "拆成三本很轻", "通勤带一本刚好，可惜梅子红没货了。"],
  ],
  "lab-books": [
    [5, "en", "Organic chemist", 40, "Ethanol test passed", "Also acetone, briefly. Do not do that."],
    [5, "en", "The beekeeper", 73, "It is me", "Eleven hives, two books, numbered pages. Thank you for mentioning us."],
    [4, "zh", "实验狗", 119, "页码救命", "导师要求连续页码，这本正好。签字栏略小。"],
  ],
  "letters-and-lists": [
    [5, "en", "Agnes", 6, "I wrote to my brother", "First letter in twelve years. The paper made me."],
    [4, "zh", "见信好", 15, "撕口很齐", "清单那本贴冰箱上刚好，信纸写着很润。"],
  ],
  "foreman-notebook": [
    [5, "en", "Electrician", 20, "Writes standing up", "On a ladder even."],
    [4, "zh", "工地日记", 58, "硬壳结实", "摔过几次，角有点扁，里面没事。"],
    [5, "en", "Claudia F.", 126, "Replaced the elastic", "Took longer to find scissors. They sent two bands for the price of a stamp."],
    [5, "zh", "点阵党", 194, "松林绿太好看", "横线款断货等了三周，值得。"],
    [3, "en", "Marcus", 288, "Ribbon frays", "Mine came apart in a month. A drop of glue fixes it, but still."],
    [4, "en", "Shira", 372, "Good all-rounder", "Neither the best paper nor the best cover, yet I keep reordering."],
  ],
  "fountain-pen-notebook": [
    [5, "en", "Nib collector", 33, "Shading!", "Greens that look flat elsewhere come alive here."],
    [5, "zh", "钢笔吧友", 70, "不洇不透，还出彩", "同一瓶墨，在这纸上多出两层颜色。干得慢，别急着合上。"],
    [4, "en", "Lefty", 115, "Thanks for the blotter", "I laughed when I found it. I use it on every page."],
    [2, "zh", "阿圆", 184, "太薄", "68 克对我来说太薄，背面能看到字影，强迫症慎买。"],
    [5, "en", "Beaumont", 260, "Sound of the paper", "It whispers."],
  ],
  "watercolour-book": [
    [5, "en", "Plein air Pat", 24, "Lifts cleanly", "I rescued a sky I would have binned."],
    [4, "zh", "风景速写", 83, "纸好，本子贵", "全棉没得挑，干得也快。四十页有点心疼着用。"],
    [5, "en", "Wu & Daughter", 160, "We share one", "She paints the left page, I paint the right."],
  ],
  "kitchen-book": [
    [5, "en", "Nonna's heir", 51, "What went wrong", "That half page has taught me more than the recipes."],
    [4, "zh", "下厨房", 129, "封面好擦", "油点一抹就没了。客人那部分很贴心，再没给朋友做过香菜。"],
    [3, "en", "Thea", 240, "Too many ribbons", "Three ribbons, one cat."],
    [5, "zh", "婆婆的菜", 300, "送婆婆", "她把二十年的做法都抄进去了，现在轮到我抄她的。"],
  ],
  "stave-book": [
    [5, "en", "Second violin", 37, "Stays open", "On a wobbly stand, outdoors, with wind."],
    [4, "zh", "作曲系", 88, "间距舒服", "手写不挤，纸不反光。要是有十行的版本就更好。"],
  ],
  "walking-notebook": [
    [5, "en", "Fungi Frank", 9, "I measured a mushroom", "Eleven centimetres. Cep. Excellent notebook."],
    [5, "zh", "徒步第七年", 21, "雨里真能写", "铅笔写得清清楚楚，水一抖就掉。"],
    [4, "en", "Maeve", 40, "Odd feel", "Stone paper is a bit like skin. You get used to it."],
  ],
  "well-pencil-cup": [
    [5, "en", "Friday's child", 42, "Mine has freckles", "I asked for a Friday one. They found me one."],
    [4, "zh", "书桌控", 108, "稳重", "插了五把剪刀也不倒，就是底部有点磨桌面，我垫了毡子。"],
    [5, "en", "Gordon", 222, "Short pencils, visible", "The raised floor is genius in a very small way."],
    [5, "zh", "短铅笔", 350, "终于不沉底", "孩子的铅笔头都露出来了。"],
  ],
  "desk-harbour": [
    [5, "en", "On mute", 65, "No clack", "My microphone thanks you."],
    [4, "zh", "素胎", 140, "露胎好摸", "每只釉线高低都不一样，我这只有一滴流釉，挺好。"],
    [3, "en", "V. Holm", 201, "Narrow", "Fifteen pencils if they are thin. Markers, maybe nine."],
  ],
  "brush-cup": [
    [5, "en", "The other jar broke", 30, "As predicted", "On day nineteen. This one took over."],
    [5, "zh", "国画", 79, "笔不打架", "羊毫狼毫分开立着，好找。给八岁的设计师点赞。"],
  ],
  "quiet-desk-cup": [
    [4, "en", "Phone addict", 55, "It stands in there", "Face in. Out of sight. Somewhat out of mind."],
    [5, "zh", "素人", 131, "底下像纸一样", "闭着眼摸，真以为那一圈是纸。"],
    [3, "en", "Cleo", 190, "Ink marks", "Bare clay plus ballpoint equals a permanent dot."],
  ],
  "shavings-cup": [
    [5, "zh", "削笔爱好者", 2, "倒木屑真的解压", "雪松味道很正，刀很利，一削一长条。"],
  ],
};
