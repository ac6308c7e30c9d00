import type { ReviewLine } from "./drafting.ts";

// A review a line, as in every family: formatted, the file would be seven times as long.
// oxfmt-ignore
export const ceramicsReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "mill-teapot-and-mug": [
    [5, "en", "Marguerite D.", 31, "It really does not drip", "I have owned nine teapots and this is the first one that keeps its promise about the spout. Bought a second for my sister."],
    [4, "en", "P. Lindqvist", 90, "Lovely, mug a bit big", "The pot is perfect for two. The mug holds more than I ever pour, so by the end it is cold. Glaze is gorgeous though."],
    [5, "zh", "苏木", 12, "断水真的干净", "以前那把壶每次都要垫毛巾，这把倒到最后一滴也不挂。青瓷色在早上的光里特别好看。"],
    [3, "en", "Dana", 205, "Lid arrived chipped", "They replaced it within the week without a fuss, but the new lid is a shade lighter than the pot. I can live with it."],
    [5, "zh", "老方", 67, "给父亲买的", "老人家手抖，盖子不掉这一点太重要了。"],
    [5, "en", "Yusuf K.", 260, "A year of daily use", "Twice a day since last winter. Dishwasher every time. It looks the way it did when I unpacked it."],
  ],
  "kettle-lane-tea-set": [
    [4, "en", "Hollie", 44, "Good desk pot", "Two refills is exactly my morning. Rooibos slips through the holes, leaf tea does not."],
    [2, "zh", "阿澜", 130, "清洗麻烦", "滤孔在壶壁上，茶叶卡进去要用牙签一点点挑。颜色是好看的，但我不会再买这种结构。"],
    [5, "en", "B. Santos", 301, "The brown edges", "I keep turning it round to look at the edges. My colleagues think I am strange."],
    [4, "zh", "小陆", 88, "办公室刚好", "壶不大，一个人喝很合适，杯子凉得快，不耽误开会。"],
  ],
  "ness-tea-for-two": [
    [5, "en", "Eleanor V.", 9, "Light as a bird", "Held it up to the window and saw my fingers. I was afraid to wash it for a week. It is fine."],
    [5, "zh", "林念", 20, "送婚礼的", "木盒子质感很好，新人收到先问盒子能不能留着装首饰。瓷很薄，但拿在手里不慌。"],
    [3, "en", "Grant", 28, "Beautiful, but hot", "The thin wall means the mug is too hot to hold round the body for the first few minutes. Use the handle, I suppose that is what it is for."],
  ],
  "harbour-morning-set": [
    [5, "en", "The Aldens", 71, "Sunday pot", "Four mugs and a little left over. Stays warm through the crossword."],
    [4, "zh", "周末", 102, "很沉，但值", "装满了单手倒有点吃力，建议双手。保温确实好，半小时后还冒热气。"],
    [5, "en", "Ruth", 15, "Matching colour is real", "My old set never matched. This one does, down to the little speckles."],
    [2, "en", "C. Moreau", 166, "Too heavy for my wrists", "Nothing wrong with it. When full I could not pour it safely. Returned without trouble."],
  ],
  "skerry-mug": [
    [5, "en", "Ingrid H.", 16, "Four winters, two house moves, no chips", "We have six. The handle takes three fingers, which sounds like nothing until you go back to one that takes two. The bare foot left a ring on our walnut shelf when wet, so dry it first."],
    [4, "en", "Tomas", 26, "Heavier than it looks", "Coffee really is warm ten minutes later. I find it heavy with a full 350 inside; my mother prefers the 250 for that reason."],
    [5, "en", "R. Okafor", 44, "They mended mine", "Dropped it in the sink and took a flake off the rim. Sent a photo, sent the mug, had it back re-fired in nine days with a note about which kiln shelf it sat on."],
    [5, "zh", "何英", 52, "搬了两次家，一只没磕", "一口气买了六只，天天进洗碗机，釉面还是亮的。把手能放三根手指，用过就回不去了。"],
    [4, "zh", "小托", 110, "比看着沉一点", "釉色很舒服，就是装满了有点坠手。给妈妈换了 250 的，她说正好。"],
    [5, "en", "Nell", 180, "The lip", "It is all about the lip. Thin where you drink, thick where you hold."],
    [2, "en", "J. Whitlock", 240, "Colour not as pictured", "Ordered celadon and expected the clear green of the photo. Mine came out greyer. I understand every kiln differs, but tell me before I order four."],
    [5, "zh", "陈拙", 8, "第二批回购", "第一批送人了，自己又补了两只。"],
  ],
  "tarn-low-mug": [
    [5, "en", "Wren", 33, "Cat-proof", "My cat has tried to push it off the desk every day since June. It just slides."],
    [4, "zh", "杜若", 61, "稳", "矮胖的样子很可爱，凉得也快，冬天要喝快一点。"],
    [4, "en", "Ed P.", 119, "Nice in the hand", "A bit wide for my car's cup holder, obviously. At home it is my favourite."],
    [1, "en", "Sofia", 208, "Handle broke off", "Clean break after two months of gentle use. Refunded the same day, which is why I still shop here, but I would not order this model again."],
  ],
  "ness-latte-cup": [
    [5, "en", "Matteo", 18, "Pours like a café cup", "Milk turns properly. First rosetta I ever got at home was in this cup."],
    [5, "zh", "豆子先生", 40, "拉花友好", "圆底，奶泡转得起来；白色内壁看得清流纹。外面的哑光摸着很高级。"],
    [3, "en", "Lena", 77, "Matt side marks", "Metal spoons leave grey lines on the outside. They scrub off with baking soda, but you have to know that."],
    [4, "zh", "南舟", 121, "容量偏小", "280 毫升做拿铁刚好，想喝大杯的别买。"],
    [5, "en", "Baptiste R.", 133, "For my bar", "Bought twenty-four for the shop. Two broken in five months, both my fault."],
  ],
  "night-watch-mug": [
    [5, "en", "Night nurse", 55, "My whole shift", "One fill, one shift. The handle takes a gloved hand."],
    [4, "zh", "熬夜冠军", 91, "喝汤神器", "本来买来喝茶，结果天天拿来喝汤。重是真的重。"],
    [3, "en", "Ollie", 187, "Too tall for my machine", "Does not fit under my espresso machine. Measure first: 112 mm."],
    [5, "en", "Karin S.", 280, "Soup", "Tomato soup, rainy day, both hands round it. Enough said."],
    [5, "zh", "乔安", 330, "把手握得满", "男生手大，终于有个不夹手指的杯子。"],
  ],
  "first-mug": [
    [5, "en", "Priya", 7, "She calls it her big mug", "Our three-year-old gave up the plastic cup the same day. It has been knocked sideways twice and stayed up."],
    [5, "zh", "团子妈", 14, "真的不容易倒", "底很重，孩子乱推也没翻。客服说摔了补寄，希望用不上。"],
  ],
  "fold-breakfast-bowl": [
    [5, "en", "Joanna T.", 24, "Third order", "Started with two, then two, now four. Everyone fights over the sand ones."],
    [5, "zh", "米粒", 36, "端着不烫", "折边这个设计太聪明了，热粥也能稳稳端到桌上。"],
    [4, "en", "Mark", 70, "Slightly slow to dry", "Water sits under the folded rim after the dishwasher. A shake solves it."],
    [5, "en", "A. Fitzgerald", 159, "Stacks properly", "Four bowls in the space of two of my old ones. My tiny kitchen says thank you."],
    [3, "zh", "秋白", 222, "色差", "沙色比图上灰一点，不难看，但和我想的不一样。"],
    [5, "en", "Hugo", 310, "Cereal, noodles, dal, ice cream", "It is just the right size for everything I eat."],
    [4, "zh", "夏至", 401, "用了一年多", "有一只碗底有细小刮痕，其他都好。"],
  ],
  "fold-serving-bowl": [
    [5, "en", "Camille", 60, "Worth the wait", "Waited five weeks for a moss one. It has sat in the middle of the table ever since."],
    [5, "zh", "阿尔法", 140, "上桌就有人问", "拌沙拉、盛面都好用，公勺架在边上刚好。"],
    [4, "en", "Derek N.", 211, "Check your cupboard", "26 cm means 26 cm: it did not fit mine flat. It lives on the counter now, no regrets."],
  ],
  "everyday-rice-bowl": [
    [5, "zh", "江边人", 5, "圈足高，不烫手", "从小端碗吃饭，终于买到一只不烫指尖的。青瓷色温润，灯下更好看。"],
    [5, "en", "Kenji M.", 22, "Proper weight", "Not too light, not clumsy. Reminds me of my grandmother's."],
    [4, "zh", "白露", 49, "每只略有不同", "四只里有一只釉流得厚一点，我反而最喜欢它。"],
    [3, "en", "Tess", 58, "Smaller than I thought", "It is a rice bowl, so my own fault, but do read the 320 ml."],
    [5, "zh", "阿蒙", 70, "柴烧的味道", "釉面有细细的落灰点，比流水线的耐看。"],
  ],
  "noodle-night-bowl": [
    [5, "en", "Lou", 35, "The notch!", "Chopsticks stay where I put them. Small thing, big happiness."],
    [5, "zh", "面条脑袋", 80, "汤到最后还是热的", "厚壁保温，一包面一个蛋真的刚好，加青菜就有点满。"],
    [4, "en", "Simon", 150, "Hot to carry", "Deep bowl, boiling broth, no handles. Use a cloth."],
    [2, "zh", "西窗", 199, "洗碗机里占地方", "碗太深，斜放卡不住，只能手洗。"],
  ],
  "reed-bud-vase": [
    [5, "en", "Flora", 41, "Tulip test passed", "Day four and still upright. My other vases should be ashamed."],
    [4, "zh", "一枝", 95, "小而稳", "插一根尤加利放书桌上，刚刚好。瓶口偏小，粗枝放不进去。"],
    [5, "en", "M. Petersen", 180, "No ring", "I put it on bare pine with water in it for a week. Nothing."],
  ],
  "reed-vase-tall": [
    [5, "zh", "山月", 77, "插枝条绝配", "春天插了一枝樱，三个朋友来问链接。中间那道线很浅，摸得到，喜欢。"],
    [4, "en", "Anneke", 190, "Top-heavy with big branches", "Put a stone or two in the bottom if you use heavy wood. Otherwise wonderful."],
    [5, "en", "Robin", 250, "Found the line", "I did not notice the join until I read about it. Now it is my favourite part."],
  ],
  "snowfield-vase": [
    [5, "en", "Isolde", 30, "Like a stone from the river", "Guests pick it up before they sit down."],
    [3, "zh", "简白", 66, "瓶口偏小", "大枝的插不进去，只能插一两枝。好看是真好看。"],
    [4, "en", "T. Brandt", 112, "Empty is right", "They say it looks best empty and they are right, which makes it an expensive nothing. I love it."],
  ],
  "market-day-vase": [
    [5, "en", "Jo", 10, "Drop in, done", "I cannot arrange flowers. This does it for me."],
    [4, "zh", "赶早", 33, "火痕很美", "柴烧的那一面像晚霞，可惜只有一面。"],
  ],
};
