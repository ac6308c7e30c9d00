import { useQuery } from "@tanstack/react-query";
import type { Coupon, CouponList } from "@wares/contracts";
import { Plus, Ticket } from "lucide-react";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { ColumnChoice, useColumns } from "../shell/column-choice.tsx";
import { type Column, DataTable } from "../shell/data-table.tsx";
import { Answer, Empty } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Pager } from "../shell/pager.tsx";
import { Page } from "../shell/page.tsx";
import { countUpTo } from "../shell/say.ts";
import { useKeys } from "../shell/use-keys.ts";
import { useRows } from "../shell/use-rows.ts";
import { useCouponColumns } from "./coupon-columns.tsx";
import { couponsQuery } from "./coupons.queries.ts";
import { NewCouponDialog } from "./new-coupon-dialog.tsx";
import { SwitchDialog } from "./switch-dialog.tsx";

const words = {
  en: {
    coupons: "Coupons",
    sub: (n: string) => `${n} in all`,
    add: "New coupon",
    none: "No coupon yet",
    noneHint: "Make the first one: a share off the goods, with limits.",
    move: "move",
    open: "on or off",
    addKey: "new",
  },
  zh: {
    coupons: "优惠券",
    sub: (n: string) => `共 ${n} 张`,
    add: "新建优惠券",
    none: "还没有优惠券",
    noneHint: "创建第一张：商品按比例减价，可设限制。",
    move: "移动",
    open: "启用或停用",
    addKey: "新建",
  },
} satisfies Words<unknown>;

export const CouponsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [address] = useSearchParams();
  const query = useQuery(couponsQuery(address.get("after")));
  const [isAdding, setIsAdding] = useState(false);
  const [switching, setSwitching] = useState<string>();
  const columns = useColumns("coupons", useCouponColumns(setSwitching));
  useKeys({ n: () => setIsAdding(true) });
  const chosen = query.data?.coupons.find(({ code }) => code === switching);
  return (
    <Page
      title={text.coupons}
      sub={
        query.data && text.sub(countUpTo(query.data.totalCount, query.data.countedMax, language))
      }
      actions={
        <button type="button" className="btn" onClick={() => setIsAdding(true)}>
          <Plus className="i" aria-hidden />
          {text.add} <kbd>n</kbd>
        </button>
      }
      isWide
      keys={[
        [["j", "k"], text.move],
        [["↵"], text.open],
        [["n"], text.addKey],
      ]}
    >
      <div className="fbar hide-s">
        <ColumnChoice columns={columns} />
      </div>
      <Answer query={query} rows={8}>
        {(list) =>
          list.coupons.length === 0 ? (
            <Empty icon={Ticket} title={text.none}>
              <p className="q">{text.noneHint}</p>
            </Empty>
          ) : (
            <CouponRows list={list} columns={columns.shown} onOpen={setSwitching} />
          )
        }
      </Answer>
      {isAdding && <NewCouponDialog onClose={() => setIsAdding(false)} />}
      {chosen && <SwitchDialog coupon={chosen} onClose={() => setSwitching(undefined)} />}
    </Page>
  );
};

const CouponRows = ({
  list,
  columns,
  onOpen,
}: {
  list: CouponList;
  columns: readonly Column<Coupon>[];
  onOpen: (code: string) => void;
}) => {
  const text = useWords(words);
  const rows = useRows(
    list.coupons.map(({ code }) => code),
    onOpen,
  );
  return (
    <>
      <DataTable
        className="coupons"
        label={text.coupons}
        columns={columns}
        items={list.coupons}
        keyOf={({ code }) => code}
        rows={rows}
      />
      <Pager
        next={list.next}
        total={list.totalCount}
        totalMax={list.countedMax}
        shown={list.coupons.length}
      />
    </>
  );
};
