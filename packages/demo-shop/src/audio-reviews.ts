import type { ReviewLine } from "./drafting.ts";

// oxfmt-ignore
export const audioReviews: Readonly<Record<string, readonly ReviewLine[]>> = {
  "hush-headphones": [
    [5, "en", "Jocelyn", 11, "New battery, nine minutes", "Year two, hours were dropping. Key, four screws, done. I felt like a surgeon."],
    [5, "zh", "降噪也要能关", 38, "终于能关干净", "别家关了降噪还有底噪，这个关了就是关了。羊毛毡夏天也不闷。"],
    [4, "en", "Kofi", 92, "Bass is polite", "If you want your skull shaken, look elsewhere. Voices are lovely."],
    [3, "en", "Anja", 140, "Tight on a big head", "Size 62 hat. The long band is sold separately, it should be in the box."],
    [5, "zh", "加班选手", 201, "续航是真的", "一周充一次，地铁办公室都戴。"],
    [5, "en", "Prof. Lindgren", 290, "I can hear the room stop", "I did not understand that sentence until I put them on."],
    [2, "zh", "刘同学", 350, "连两台电脑会断", "双设备切换偶尔卡十几秒，升级后好了一些但没完全好。"],
    [4, "en", "Bo", 420, "Plum is a mood", "Darker than on screen. I like darker."],
  ],
  "hush-wired": [
    [5, "en", "Bass player", 47, "Felt the L in the dark", "On stage, lights out. Small thing, big respect."],
    [5, "zh", "有线党", 99, "没有更新提示的幸福", "插上就响，线不缠。"],
    [4, "en", "Delphine", 183, "Cable rustles a little", "Against a wool jumper. Not on cotton."],
    [5, "en", "Mixed a record on them", 277, "Honest", "What I heard is what the car heard."],
    [4, "zh", "茶水间", 361, "两米半够长", "真的可以起身倒茶，同事看我像牵着根绳。"],
  ],
  "carriage-headphones": [
    [5, "en", "The 7:14", 28, "I am on that train", "It works. I got off at my stop every day this month."],
    [4, "zh", "早高峰", 75, "报站声听得见", "风噪滤得干净，人声还在，不会坐过站。"],
    [3, "en", "Ludo", 130, "Fold is fiddly", "Croissant yes, but you need both hands and a plan."],
    [5, "zh", "折叠控", 188, "小", "比同事那个小一半，打折买的更香。"],
    [4, "en", "Nia", 251, "Good calls", "My mother says I sound near. I was in a tunnel."],
  ],
  "small-ears-headphones": [
    [5, "en", "Long drive", 34, "Two films, no fights", "They plugged into each other and were silent until the ferry."],
    [5, "zh", "护耳", 82, "音量调不大，好", "儿子试了所有办法，最后放弃了。"],
    [4, "en", "Uncle Pete", 125, "Cable gets chewed", "By the dog, not the child. New cable was cheap."],
    [2, "en", "Rowena", 160, "Too loose for my four-year-old", "Maybe at five. They slide down when she looks at her shoes."],
  ],
  "open-window-headphones": [
    [5, "en", "Composer at home", 19, "Like speakers", "I turned round twice to see who had come in."],
    [4, "zh", "古典入门", 37, "声场开阔", "像坐在音乐厅第八排。漏音很大，别在宿舍用。"],
    [5, "en", "M. Fairweather", 60, "The kettle", "I heard it. For the first time in years I did not burn one dry."],
  ],
  "late-shift-headphones": [
    [5, "en", "Warehouse B", 7, "Hood, gloves, concrete", "Dropped from a forklift. Scratched. Works."],
    [4, "zh", "冷库", 16, "零下也能用", "手套能按，电量掉得比说的快一点。"],
    [5, "en", "Dispatcher", 24, "They understand me", "Nobody says what, what, what any more."],
  ],
  "field-speaker": [
    [5, "en", "Allotment 14", 30, "Test match from the shed", "Six hours of drizzle and commentary. Perfect."],
    [5, "zh", "露营", 64, "人声太好听", "听评书、听吉他都舒服，开大了也不炸。"],
    [4, "en", "Cormac", 133, "Not a party", "For eight people talking, wonderful. For eighty, no."],
    [3, "zh", "低音党", 210, "低音少", "电子乐不够劲，民谣绝配，看需求。"],
    [5, "en", "Salma", 299, "The copper", "It catches the evening sun. Half the joy."],
    [5, "zh", "绿色那只", 401, "颜值担当", "放书架上像老物件，朋友都想上手摸一下。"],
  ],
  "shelf-speaker": [
    [5, "en", "Bookish", 41, "Against the wall, between books", "Where every manual says not to. It sounds right."],
    [5, "zh", "小客厅", 105, "背后那个开关", "拨一下，轰头没了。两只一起开机自动组立体声，省心。"],
    [4, "en", "Hendrik", 190, "Charcoal shows dust", "Snow would hide it. Now I know."],
    [4, "en", "Lise", 266, "No remote", "I walk. It is good for me."],
  ],
  "kitchen-speaker": [
    [5, "en", "Bread on Sundays", 36, "Flour-proof", "I tapped it with dough on my fingers. Wiped. Fine."],
    [4, "zh", "做饭听播客", 72, "拍一下就停", "手湿也能用，很顺。Wi-Fi 第一次连了三遍。"],
    [2, "en", "Stefan", 155, "Needs a strong signal", "My kitchen is far from the router and it drops out. With a repeater it is fine, but I should not have to."],
    [5, "en", "Mo", 201, "After the power cut", "It just went on. Mid-sentence, practically."],
  ],
  "bathroom-speaker": [
    [5, "en", "Baritone", 23, "We sing together", "Neighbours have been informed."],
    [4, "zh", "洗澡歌手", 51, "瓷砖加成", "放地上低音反而足，充电口要擦干再插。"],
    [4, "en", "Viv", 88, "Not for inside the shower", "On the shelf beside it, happy for months. I asked. Beside."],
  ],
  "turntable-speaker": [
    [5, "en", "Crate digger", 5, "No hum at all", "Needle down, volume up, nothing but the record."],
    [4, "zh", "黑胶新手", 12, "一套搞定", "不用再配唱放了。声音偏暖，老唱片很好听。"],
  ],
  "table-radio": [
    [5, "en", "Dad, 81", 26, "He says it speaks when spoken to", "High praise in this house."],
    [5, "zh", "给奶奶", 69, "一拧就响", "奶奶眼睛不好，旋钮大、没有屏幕，最合适。"],
    [4, "en", "Wendeline", 142, "DAB needs the aerial up", "Kitchen in a basement. Aerial up, it is fine."],
    [5, "en", "Iker", 260, "The dial glides", "I change stations just to feel it."],
    [3, "zh", "短波呢", 330, "没有短波", "国内用 DAB 没信号，只能当 FM 和音箱用，买前想清楚。"],
    [5, "en", "Clara", 478, "Beautiful object", "My plants face it."],
  ],
  "storm-radio": [
    [5, "en", "Gulf coast", 50, "Earned its place", "Four days without power. Weather, news, phone. I will never not own one."],
    [4, "zh", "应急包", 120, "台风天用上了", "停电三天一直有声音，心里踏实。给手机充电真的慢。"],
    [5, "en", "Scout leader", 200, "Pull up the aerial", "And fifteen children go quiet. I have tried everything else."],
    [4, "zh", "防灾", 251, "大电池要另买", "D 型电池不好找，囤了两组。"],
  ],
  "workshop-radio": [
    [5, "en", "Joiner", 44, "One station", "Correct."],
    [5, "zh", "木工房", 138, "防尘是真的", "一屋子木屑，拿气枪一吹跟新的一样。"],
    [3, "en", "Mags", 220, "Heavy", "2.2 kg on a bent nail is not clever. My nail's fault."],
  ],
  "bedside-radio": [
    [5, "en", "Light sleeper", 39, "Three minutes", "I wake before I notice that I am awake."],
    [5, "zh", "失眠患者", 77, "看不见时间反而睡着了", "以前老看几点，越看越清醒。"],
    [4, "en", "Gideon", 121, "Warm to look at", "Walnut in lamplight. I leave it on a little longer than I need."],
  ],
  "picnic-radio": [
    [5, "en", "Pram in the park", 10, "Hooks on", "Baby naps to the shipping forecast."],
    [4, "zh", "草地", 27, "小小一只", "挂车把上骑车听，风大就听不清了。"],
  ],
};
