import { useInfiniteQuery } from "@tanstack/react-query";
import type { InventoryInfo, MovementList } from "@wares/contracts";
import { Link } from "react-router";
import { Skeleton, Unreadable } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { count, moment, signed } from "../shell/say.ts";
import { StockBar } from "./stock-bar.tsx";
import { movementsQuery } from "./stock.queries.ts";

const words = {
  en: {
    onHand: "On hand",
    held: "Held",
    available: "Available",
    reorder: "Reorder at",
    adjust: "Adjust",
    limits: "Thresholds",
    movements: "Movements",
    when: "When",
    what: "What, why",
    change: "Change",
    heldChange: (n: string) => `${n} held`,
    none: "Nothing has moved yet.",
    more: "Earlier movements",
    order: "its order",
    reasons: {
      Purchase: "Purchase",
      Return: "Return",
      Adjustment: "Adjustment",
      Damage: "Damage",
      Expiry: "Expiry",
      Reserved: "Held for an order",
      Released: "Released",
      Claimed: "Sold",
      SetAside: "Set aside for a flash sale",
      BroughtBack: "Back from a flash sale",
    },
  },
  zh: {
    onHand: "在库",
    held: "占用",
    available: "可售",
    reorder: "补货点",
    adjust: "调整",
    limits: "提醒线",
    movements: "变动",
    when: "时间",
    what: "事由",
    change: "变化",
    heldChange: (n: string) => `占用 ${n}`,
    none: "还没有变动。",
    more: "更早的变动",
    order: "相关订单",
    reasons: {
      Purchase: "进货",
      Return: "退货",
      Adjustment: "盘点",
      Damage: "损坏",
      Expiry: "过期",
      Reserved: "订单占用",
      Released: "释放",
      Claimed: "售出",
      SetAside: "为限时抢购预留",
      BroughtBack: "限时抢购退回",
    },
  },
} satisfies Words<unknown>;

export const StockPeek = ({
  info,
  onAdjust,
  onLimit,
}: {
  info: InventoryInfo;
  onAdjust: () => void;
  onLimit: () => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const figures = [
    [text.onHand, info.quantity],
    [text.held, info.reservedQuantity],
    [text.available, info.availableQuantity],
    [text.reorder, info.reorderPoint],
  ] as const;
  return (
    <>
      <h2 className="m">{info.sku}</h2>
      <dl className="four">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count(value, language)}</dd>
          </div>
        ))}
      </dl>
      <StockBar info={info} />
      <div className="row">
        <button type="button" className="btn p" onClick={onAdjust}>
          {text.adjust} <kbd>a</kbd>
        </button>
        <button type="button" className="btn" onClick={onLimit}>
          {text.limits} <kbd>l</kbd>
        </button>
      </div>
      <h3>{text.movements}</h3>
      <Movements sku={info.sku} />
    </>
  );
};

const Movements = ({ sku }: { sku: string }) => {
  const text = useWords(words);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = useInfiniteQuery(
    movementsQuery(sku),
  );
  const movements = data?.pages.flatMap((page) => page.movements) ?? [];
  return (
    <>
      {error && (
        <Unreadable why={error.message} hasOlder={Boolean(data)} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton rows={4} />}
      {data && movements.length === 0 && <p className="q">{text.none}</p>}
      {movements.length > 0 && <Ledger movements={movements} />}
      {hasNextPage && (
        <button
          type="button"
          className="btn s"
          disabled={isFetching}
          onClick={() => void fetchNextPage()}
        >
          {text.more}
        </button>
      )}
    </>
  );
};

const Ledger = ({ movements }: { movements: MovementList["movements"] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th>{text.when}</th>
          <th>{text.what}</th>
          <th className="n">{text.change}</th>
        </tr>
      </thead>
      <tbody>
        {movements.map((movement) => (
          <tr key={movement.position}>
            <td className="q num x">{moment(movement.at, language)}</td>
            <td className="clip">
              <b>{text.reasons[movement.reason]}</b>
              <small>
                {movement.note}{" "}
                {movement.orderId && (
                  <Link className="link" to={`/orders/${movement.orderId}`}>
                    {text.order}
                  </Link>
                )}
              </small>
            </td>
            <td className="n">
              {movement.quantityChange !== 0 && signed(movement.quantityChange)}
              {movement.reservedChange !== 0 && (
                <small>{text.heldChange(signed(movement.reservedChange))}</small>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
