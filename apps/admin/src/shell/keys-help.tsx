import { useWords } from "./language.tsx";
import { Window } from "./window.tsx";

type Rows = readonly (readonly [keys: readonly string[], does: string])[];

const words = {
  en: {
    title: "All keys",
    groups: [
      [
        "Everywhere",
        [
          [["⌘K"], "search or do"],
          [["?"], "all keys"],
          [["t"], "light or dark"],
          [["g", "h"], "home"],
          [["g", "o"], "orders"],
          [["g", "p"], "products"],
          [["g", "e"], "categories"],
          [["g", "s"], "stock"],
          [["g", "c"], "customers"],
          [["g", "u"], "coupons"],
          [["g", "f"], "flash sales"],
        ],
      ],
      [
        "Lists",
        [
          [["j", "k"], "down, up"],
          [["↵"], "open"],
          [["x"], "choose"],
          [["⇧", "x"], "choose up to here"],
          [["z"], "take a bulk change back"],
          [["/"], "search this list"],
          [["[", "]"], "page back, on"],
          [["esc"], "clear"],
        ],
      ],
      [
        "Records",
        [
          [["s"], "order: next step"],
          [["r"], "order: refund"],
          [["n"], "order: note"],
          [["m"], "order: story or machine"],
          [["a"], "stock: adjust"],
          [["l"], "stock: thresholds"],
          [["n"], "coupon, category: new"],
          [["⌘S"], "product: save"],
          [["1", "2"], "product: mine, theirs"],
        ],
      ],
    ] satisfies readonly (readonly [string, Rows])[],
  },
  zh: {
    title: "全部按键",
    groups: [
      [
        "任何页面",
        [
          [["⌘K"], "搜索或操作"],
          [["?"], "全部按键"],
          [["t"], "明暗切换"],
          [["g", "h"], "首页"],
          [["g", "o"], "订单"],
          [["g", "p"], "商品"],
          [["g", "e"], "分类"],
          [["g", "s"], "库存"],
          [["g", "c"], "顾客"],
          [["g", "u"], "优惠券"],
          [["g", "f"], "限时抢购"],
        ],
      ],
      [
        "列表",
        [
          [["j", "k"], "下、上"],
          [["↵"], "打开"],
          [["x"], "选择"],
          [["⇧", "x"], "选到这里"],
          [["z"], "撤销批量操作"],
          [["/"], "搜索此列表"],
          [["[", "]"], "上一页、下一页"],
          [["esc"], "清除"],
        ],
      ],
      [
        "详情",
        [
          [["s"], "订单：下一步"],
          [["r"], "订单：退款"],
          [["n"], "订单：备注"],
          [["m"], "订单：人或系统"],
          [["a"], "库存：调整"],
          [["l"], "库存：提醒线"],
          [["n"], "优惠券、分类：新建"],
          [["⌘S"], "商品：保存"],
          [["1", "2"], "商品：我的、对方的"],
        ],
      ],
    ] satisfies readonly (readonly [string, Rows])[],
  },
};

export const KeysHelp = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  return (
    <Window title={text.title} size={920} onClose={onClose}>
      <div className="kcols">
        {text.groups.map(([name, rows]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((cap) => (
                      <kbd key={cap}>{cap}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Window>
  );
};
