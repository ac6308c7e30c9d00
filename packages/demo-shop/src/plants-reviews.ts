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
  "north-window-fern": [
    [5, "en", "Bathroom jungle", 33, "It loves steam", "So do I. We share."],
    [3, "en", "Too well", 88, "Tips went black", "I meant too well. Halved the water and it forgave me in a month."],
    [5, "zh", "暗厅", 140, "背阴也长", "朝北的小屋终于有点绿了，每周看它展叶子很治愈。"],
    [4, "zh", "掉屑", 233, "会掉小叶", "地上总有碎叶，扫一扫就好，猫吃了也没事。"],
  ],
  "pass-it-on-plant": [
    [5, "en", "Six cuttings later", 16, "I obey the custom", "Half my office has one."],
    [5, "zh", "分株", 39, "送出去三棵了", "同事叫它友谊草。圆叶子很可爱。"],
    [4, "en", "Leaning", 61, "Turn it", "It follows the sun like a teenager follows a phone."],
    [5, "zh", "大理来的", 70, "包装用心", "根部包了湿苔藓，一片叶子没掉。"],
  ],
  "kitchen-olive": [
    [5, "en", "Eleven olives", 27, "Bitter. Proud.", "Exactly as predicted. I served them anyway."],
    [4, "zh", "门口那棵", 101, "树干有味道", "真的不像小苗，很有年头。搬它需要两个人。"],
    [1, "en", "Doorstep in Leeds", 166, "Dropped every leaf", "In three weeks. They said wait. I waited. I got a refund and a new tree, and the old one came back in May, so now I have two and mixed feelings."],
    [5, "en", "Fausto", 250, "Reminds me of home", "I touch the bark when I come in."],
  ],
  "basin-planter": [
    [5, "en", "Reached the radio", 25, "Cut it back", "They know ivy."],
    [4, "zh", "阳台", 92, "盆比植物值", "常春藤普通，盆是真漂亮，冬天放外面没裂。"],
    [4, "en", "Monty", 139, "Saucer fills in rain", "Outdoors you must tip it. Indoors perfect."],
  ],
  "evening-monstera": [
    [5, "zh", "六点钟", 5, "影子太美了", "傍晚整面墙都是叶影，我关了电视看它。"],
    [5, "en", "Six o'clock", 10, "They were right about the shadows", "I have taken forty photographs of a wall."],
    [4, "en", "Dog owner", 18, "High shelf", "Because of the dog. It looks even better up there."],
  ],
  "old-man-cactus": [
    [5, "en", "I did nothing", 48, "It thrives", "Finally a hobby for me."],
    [4, "zh", "刷头发", 130, "像个小老头", "给它起名叫老王。买了牙刷，一年一次仪式感。"],
    [5, "en", "Wilma", 255, "Everybody strokes it", "Once. Under the hair there are spines."],
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
  "column-cactus": [
    [5, "en", "Measuring stick", 40, "My daughter is winning", "By nine thumbs a year."],
    [4, "zh", "转盆", 111, "忘了转就歪", "已经有点朝左了，现在每月一号闹钟提醒。"],
    [3, "en", "Packaging", 180, "Spines through the box", "And into my thumb. Put a warning on the outside."],
    [5, "en", "Abel", 243, "Architecture", "It makes the shelf look designed."],
  ],
  "two-friends-cactus": [
    [5, "en", "Named them", 26, "Bert and Ernie", "No incident so far."],
    [4, "zh", "柴烧盆", 84, "盆每个都不同", "火痕在侧面，像山。两颗都精神。"],
    [2, "zh", "可惜", 131, "到手一颗软了", "可能闷坏了，售后补了一颗，现在是新朋友。"],
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
    [5, "zh", "和娃一起浇", 170, "双把手好评", "孩子抬后面那个把手，觉得自己干了大事。"],
    [5, "en", "Lantern people", 277, "Seams like a ship's", "You can see who made this."],
  ],
  "seedling-can": [
    [5, "en", "Drowned basil", 19, "No longer", "Four pots on the sill, all upright."],
    [5, "zh", "下雨", 45, "真的是下雨", "小苗不倒，土不冲坑。女儿最爱用。"],
    [4, "en", "Hard water", 70, "Clean the rose", "Forty small holes, one kettle's worth of limescale. Vinegar."],
  ],
  "long-reach-can": [
    [5, "en", "No chair required", 4, "My knees approve", "So does my landlord."],
    [4, "zh", "吊兰", 9, "够得着了", "一米的嘴收纳是个问题，挂门后了。"],
  ],
};
