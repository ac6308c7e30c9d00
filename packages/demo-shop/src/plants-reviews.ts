import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const plantsReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "patient-rubber-plant": [
    [5, "en", "Serial killer, reformed", 21, "Still alive", "Eight months. My mother asked if it was plastic."],
    [5, "zh", "植物杀手", 54, "我没养死它", "一个月出差两次，回来还长了新叶。"],
    [4, "en", "Fourth floor", 120, "Arrived with wet soil and a bent leaf", "The leaf recovered. The card from the nursery was sweet."],
    [2, "zh", "快递", 175, "路上冻伤了", "一月下单，叶子黑了三片。补寄了一棵，冬天还是别买吧。"],
    [5, "en", "Ottoline", 288, "Wipe day", "Every other Sunday. It has become a ritual, for me more than for it."],
    [4, "en", "Raj", 391, "Grows", "I was not prepared. It is at the lampshade."],
    [5, "zh", "盆好看", 470, "炭黑盆配绿叶", "像杂志里的角落。盆底有孔有碟，细节到位。"],
  ],
  "north-window-aspidistra": [
    [5, "en", "Bathroom jungle", 33, "It asks for nothing", "I give it steam and compliments."],
    [3, "en", "Too well", 88, "It drooped", "I meant too well. Halved the water and it forgave me in a month."],
    [5, "zh", "暗厅", 140, "背阴也长", "朝北的小屋终于有点绿了，每个月等一片新叶，很治愈。"],
    [4, "zh", "有猫", 233, "猫啃了也没事", "叶子有两个牙印，它和猫都健在。"],
  ],
  "pass-it-on-plant": [
    [5, "en", "Six cuttings later", 16, "I obey the custom", "Half my office has one."],
    [5, "zh", "分株", 39, "送出去三棵了", "同事叫它友谊草。开过一次白花，很惊喜。"],
    [4, "en", "Drama", 61, "It faints", "One dry day and it lies down like an opera singer. Water, and it stands again in an hour."],
    [5, "zh", "大理来的", 70, "包装用心", "根部包了湿苔藓，一片叶子没掉。"],
  ],
  "kitchen-cardamom": [
    [5, "en", "Fish on Friday", 27, "Guests asked questions", "I said it was an old family habit. It is a fortnight old."],
    [4, "zh", "灶台边", 101, "一碰就香", "切菜时胳膊扫过去，满屋都是香味。喜湿，忘浇水叶尖会焦。"],
    [1, "en", "Radiator in Leeds", 166, "Dropped every leaf", "In three weeks. They said wait. I waited. I got a refund and a new plant, and the old one came back in May, so now I have two and mixed feelings."],
    [5, "en", "Lakshmi", 250, "Reminds me of home", "I touch a leaf when I come in."],
  ],
  "basin-philodendron": [
    [5, "en", "Waters it", 25, "It leans toward me", "My husband says it is the window. I know better."],
    [4, "zh", "阳台", 92, "盆比植物值", "喜林芋普通，盆是真漂亮，冬天放外面没裂。"],
    [4, "en", "Monty", 139, "Saucer fills in rain", "Outdoors you must tip it. Indoors perfect."],
  ],
  "evening-calathea": [
    [5, "zh", "六点钟", 5, "真的会动", "傍晚叶子竖起来，我关了电视看它。"],
    [5, "en", "Six o'clock", 10, "I heard it", "A rustle, like a page. My wife thinks I need a holiday."],
    [4, "en", "Tap water", 18, "Brown tips", "It told me at once. Now there is a bowl on the balcony for the rain."],
  ],
  "old-friend-cactus": [
    [5, "en", "I did nothing", 48, "It thrives", "Finally a hobby for me."],
    [4, "zh", "老王", 130, "像个小老头", "给它起名叫老王，每年生日转一转，刺真硬。"],
    [5, "en", "Wilma", 255, "Everybody touches it", "Once."],
    [5, "zh", "三周一次", 339, "省心", "出差党福音，一年多了长了两厘米。"],
  ],
  "beginners-cactus": [
    [5, "en", "Small brother", 31, "Survived him too", "He watered it with juice."],
    [5, "zh", "办公室", 77, "五月真的开花了", "一圈粉色小花，全部门围观。"],
    [4, "en", "Ten for a class", 150, "Nine still alive", "After a year with nine-year-olds. The tenth was loved to death."],
    [5, "zh", "送男友", 260, "直男也养得活", "他以为是假的，浇了半年才知道是真的。"],
    [3, "en", "Expecting bigger", 388, "It is small", "Fourteen centimetres including the pot. The price says it, I suppose."],
    [4, "zh", "小刺", 490, "刺很细", "扎手里要用胶带粘，换盆记得戴手套。"],
  ],
  "birthday-cactus": [
    [5, "en", "Sown in May", 40, "Same week as my daughter", "I checked under the pot. We bought it on the spot."],
    [4, "zh", "量身高", 111, "和女儿比高", "每年生日并排拍一张，盆底的日期是亮点。刺很硬，放高一点。"],
    [3, "en", "Packaging", 180, "Spines through the box", "And into my thumb. Put a warning on the outside."],
    [5, "en", "Abel", 243, "Architecture", "It makes the shelf look designed."],
  ],
  "two-summers-cactus": [
    [5, "en", "Balcony, north-ish", 26, "One summer down", "It looks pleased. I am counting."],
    [4, "zh", "柴烧盆", 84, "盆每个都不同", "火痕在侧面，像山。株形很精神。"],
    [2, "zh", "可惜", 131, "到手软了", "可能闷坏了，售后补寄一盆，新的很好。"],
  ],
  "window-sill-desert": [
    [5, "en", "Pencil path", 9, "I drew one too", "It leads round the stone and back."],
    [5, "zh", "小沙漠", 20, "解压", "加班时拿笔划砂子，比看手机强。"],
    [4, "en", "Cleaner", 34, "Grit travels", "If you have a cat, your cat will be a landscape gardener."],
  ],
  "greenhouse-can": [
    [5, "en", "Back row", 22, "They get their share", "The tomatoes at the back had given up on me."],
    [4, "zh", "花洒", 90, "出水均匀", "五升满了很沉，女生建议小号。"],
    [5, "en", "Dented, not rusted", 201, "As promised", "Ran it over with a wheelbarrow."],
    [5, "zh", "老园丁", 319, "平衡感好", "用过很多壶，这把倒水手腕不酸。"],
    [3, "en", "Vera", 410, "Rose drips", "A little, at the joint. A turn of tape fixed it."],
  ],
  "window-sill-can": [
    [5, "en", "Left it out", 45, "Plants watered", "Cause and effect."],
    [4, "zh", "小巧", 99, "水停得干脆", "没有滴过桌面。半升要跑两趟，我盆多。"],
    [5, "en", "Gift for a flat", 172, "Lovelier than expected", "It stands beside the books like an ornament."],
  ],
  "rain-barrel-can": [
    [4, "en", "Allotment 9", 58, "Fills in one push", "Old can took three and some swearing."],
    [5, "zh", "和娃一起浇", 170, "孩子抢着托底", "我提，他托，觉得自己干了大事。"],
    [5, "en", "Lantern people", 277, "Seams like a ship's", "You can see who made this."],
  ],
  "seedling-can": [
    [5, "en", "Drowned basil", 19, "No longer", "Four pots on the sill, all upright."],
    [5, "zh", "下雨", 45, "真的是下雨", "小苗不倒，土不冲坑。女儿最爱用。"],
    [4, "en", "Hard water", 70, "Clean the rose", "Forty small holes, one kettle's worth of limescale. Vinegar."],
  ],
  "long-reach-can": [
    [5, "en", "No chair required", 4, "My knees approve", "So does my landlord."],
    [4, "zh", "吊兰", 9, "够得着了", "嘴长，收纳是个问题，挂门后了。"],
  ],
};
