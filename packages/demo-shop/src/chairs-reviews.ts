import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const chairsReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "orchard-lounge-chair": [
    [5, "en", "Henrietta", 40, "Where I finish novels", "I have read forty-one books in it. The seat has softened a little, in a good way."],
    [5, "zh", "老宋", 63, "角度太舒服", "看书不犯困，腰也不酸。橡木的味道散了一周就淡了。"],
    [4, "en", "Jasper L.", 120, "Big box", "Two people to carry it up. Ten minutes to build, as they say. Ochre is warmer than the photo."],
    [3, "en", "Nadia", 188, "Too low for me", "I have a bad hip and 39 cm is a long way down. My husband took it over at once."],
    [5, "en", "C. & R.", 270, "New cushions after the puppy", "Ordered a second cover set in ink. Two minutes, feels like a new chair."],
    [5, "zh", "秋水", 355, "贵，但不后悔", "看了半年才下手，坐下第一分钟就不纠结了。"],
    [2, "zh", "阿布", 402, "等太久", "说四周，实际等了九周。椅子是好椅子，物流沟通要改进。"],
  ],
  "slow-train-armchair": [
    [5, "en", "Retired signalman", 58, "I sat in the real ones", "They got the angle right. All it lacks is the heater under the seat."],
    [4, "zh", "绿皮车", 99, "一坐下就想看窗外", "扶手真能放杯子，放了三个月没翻过。"],
    [4, "en", "Yara", 152, "Firm", "Gets better after a month. Do not judge it on the first evening."],
    [5, "zh", "站台", 230, "聊天椅", "两把面对面摆，家里从此有了说话的地方。"],
  ],
  "veranda-chair": [
    [5, "en", "Lucinda", 47, "In, out, in, out", "It follows the sun round the house. So do I."],
    [4, "zh", "听雨", 133, "很轻", "单手拎没问题。纸绳刚开始有点响，坐一阵就安静了。"],
    [3, "en", "Otto", 205, "Not for rain", "Obviously. But one shower and the linen took a week to dry."],
    [5, "en", "Mei", 300, "Re-woven", "The cord sagged because I stood on it. They re-wove it and did not ask."],
    [4, "zh", "屋檐", 377, "矮一点", "适合放空，不适合吃饭。打折入手很值。"],
  ],
  "small-room-lounge-chair": [
    [5, "zh", "租房十年", 9, "终于有人量过电梯门", "整把直接推进电梯，不用拆不用装，感动。"],
    [5, "en", "Fitz", 18, "My flat thanks you", "It fits between the radiator and the bookshelf with two fingers to spare."],
    [4, "en", "Carol", 33, "Canvas creases", "It is canvas, it creases. I iron nothing, so fine."],
    [4, "zh", "一室一厅", 51, "不大但能陷进去", "坐垫偏硬，老公说刚好，我加了个靠垫。"],
  ],
  "grandmothers-chair": [
    [5, "en", "Her granddaughter", 29, "She gets up alone", "That is all I wanted from a chair."],
    [5, "zh", "外孙", 60, "外婆点名要的", "看着就是把好看的椅子，坐下起来都不费劲。"],
    [5, "en", "G. Tillman", 90, "I am fifty-two and I love it", "Bad back. Tall seat. Bliss."],
    [4, "en", "Rosalind", 131, "Wipes clean, mostly", "Tea yes, beetroot no."],
  ],
  "perch-stool": [
    [5, "en", "Dominic", 32, "Bedside table first", "Then a second one to sit on. They know their customers."],
    [5, "zh", "木头人", 55, "凳面弧度绝了", "坐半小时不硌。榫头露在凳面上，像四只小眼睛，很耐看。"],
    [4, "en", "Eve", 142, "Rocked on my old floor", "My floor, not the stool. They send felt discs of three heights, one set was right."],
    [5, "en", "Studio Pohl", 219, "We have fourteen", "Four years, one cracked, repaired for free."],
    [3, "zh", "小北", 290, "65 的有点高", "配普通餐桌太高，配中岛刚好，买之前要量。"],
    [5, "zh", "半木", 370, "当花架也好看", "放一盆龟背竹，谁都问。"],
    [4, "en", "Ann-Kathrin", 460, "One scratch, one little pot", "They sent matching paint for the price of a stamp. Cannot find the scratch any more."],
  ],
  "mending-stool": [
    [5, "en", "Moll", 44, "Peas, shoes, fireplace", "It is never where I left it because everyone uses it."],
    [5, "zh", "两个娃的爹", 100, "孩子专座", "当凳子、当桌子、当鼓，还是好好的。"],
    [4, "en", "Tobias", 187, "Low!", "40 cm. My knees commented."],
    [5, "zh", "择菜", 240, "剥豆子神器", "妈妈说比小板凳稳得多。"],
  ],
  "counter-hours-stool": [
    [5, "en", "Pilar", 70, "The ring turns bright", "Exactly where my left foot goes. It is becoming a portrait of us."],
    [3, "zh", "中岛", 156, "钢环凉脚", "冬天光脚踩上去一激灵，穿袜子就好。凳子本身很稳。"],
    [4, "en", "Ross", 233, "No backrest", "I knew that. By the second glass of wine I forget it."],
    [5, "en", "Imani", 341, "Right height at last", "For a 92 cm counter it is perfect."],
  ],
  "hallway-stool": [
    [5, "en", "Petra", 20, "Found the pegs!", "After five weeks. Dropped a glove. Laughed out loud."],
    [4, "zh", "进门", 48, "高度合适", "穿靴子不用扶墙了，两个木钉很惊喜。"],
    [5, "zh", "雨靴", 71, "不怕水", "湿外套堆上面一夜，擦擦没印。"],
  ],
  "studio-stool": [
    [5, "en", "Printmaker", 6, "Soap worked", "On the ink. Not on the oil paint. As announced."],
    [4, "zh", "素描课", 17, "湿地也稳", "洗笔水洒一地也不打滑，就是不能叠放。"],
  ],
  "table-d-hote-chair": [
    [5, "en", "The Rao family", 51, "Eight of them", "Twelve-hour Diwali lunch. Not one complaint about the chairs, several about the politics."],
    [5, "zh", "请客", 88, "坐得住", "以前吃完饭大家就散了，现在能聊到十点。"],
    [4, "en", "Wilhelmina", 166, "Seat edge a little sharp", "At first. It has worn in, or I have."],
    [5, "en", "Chef Laurent", 290, "Bistro order", "Thirty chairs, fourteen months, still tight."],
    [3, "zh", "木目", 361, "两把颜色略有差异", "同一批里有一把偏深，放远一点看不出来。"],
    [5, "zh", "囍", 480, "结婚时买的", "四把，一年多了，关节没有松动。"],
  ],
  "sunday-lunch-chair": [
    [5, "en", "Gil", 65, "Sideways sitter", "I was always told off for it. Now I own the chair for it."],
    [4, "zh", "慢慢吃", 120, "椅面宽", "盘腿坐也行。重量比看着轻。"],
    [5, "en", "Frances", 201, "That curve", "I run my hand along it when I pass."],
  ],
  "schoolhouse-chair": [
    [5, "en", "Ex-teacher", 36, "I know this chair", "I sat on its ancestors for thirty years. This one does not pinch."],
    [4, "zh", "同桌", 144, "复古但不硬", "微微后倾，比看着舒服。"],
    [2, "en", "Bea", 248, "One leg short", "By 2 mm. Rocked on stone floor. They sent a set of feet, which helped, but still."],
    [5, "en", "L. Moreau", 380, "Carved ours", "Our daughter put an L under the seat before we could take a photo."],
    [5, "zh", "旧时光", 410, "找到了他们的名字", "在右后腿内侧，小得要用手电筒。"],
  ],
  "long-table-chair": [
    [5, "en", "Big family", 25, "Six instead of five", "And nobody's elbow in anybody's soup."],
    [4, "zh", "人多", 60, "窄而不挤", "体型大的朋友说靠背有点窄，其他人都说好。"],
    [4, "en", "Arvid", 95, "Oiled oak smells wonderful", "For the first month. Then it is just beautiful."],
  ],
  "spare-chair": [
    [5, "zh", "挂起来", 3, "挂墙上像画", "平时挂着，来客人取下来，朋友都当装置艺术。"],
  ],
  "winter-garden-chair": [
    [4, "en", "Conservatory", 42, "Survived April", "And a leaking gutter. The oil has paled a bit where the drip was."],
    [5, "zh", "阳台党", 77, "半户外刚好", "放封闭阳台晒了一夏天，没裂。"],
    [5, "en", "Hal", 130, "Morning coffee", "I had no idea that room was usable."],
  ],
};
