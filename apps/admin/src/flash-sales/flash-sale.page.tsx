import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { FlashSale } from "@wares/contracts";
import { useEffect, useState } from "react";
import { Link, useParams } from "react-router";
import { Answer } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { moment } from "../shell/say.ts";
import { CancelDialog } from "./cancel-dialog.tsx";
import { changeSale, flashSaleQuery, flashSalesKey, readSale } from "./flash-sales.queries.ts";
import { LiveSale } from "./live-sale.tsx";
import { SaleState } from "./sale-columns.tsx";
import { draftOf, saleChange } from "./sale-draft.ts";
import { SaleForm } from "./sale-form.tsx";

const words = {
  en: {
    sale: "Flash sale",
    sales: "Flash sales",
    save: "Save",
    saved: "Saved.",
    cancel: "Call it off",
    from: (start: string, end: string) => `${start} to ${end}`,
  },
  zh: {
    sale: "限时抢购",
    sales: "限时抢购",
    save: "保存",
    saved: "已保存。",
    cancel: "叫停抢购",
    from: (start: string, end: string) => `${start} 至 ${end}`,
  },
} satisfies Words<unknown>;

export const FlashSalePage = () => {
  const { saleId = "" } = useParams();
  const text = useWords(words);
  const query = useQuery(flashSaleQuery(saleId));
  if (query.data) return <SaleRecord sale={query.data} onTurn={() => void query.refetch()} />;
  return (
    <Page title={text.sale} crumb={<Link to="/flash-sales">{text.sales}</Link>}>
      <Answer query={query} rows={10}>
        {() => null}
      </Answer>
    </Page>
  );
};

type RecordProps = Readonly<{ sale: FlashSale; onTurn: () => void }>;

const SaleRecord = ({ sale, onTurn }: RecordProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const [isCancelling, setIsCancelling] = useState(false);
  const { id, name, status, startsAt, endsAt } = sale;
  const isOpen = status === "Scheduled" || status === "Running";
  useTurn(sale, onTurn);
  return (
    <Page
      title={(language === "zh" && name.zh) || name.en}
      crumb={<Link to="/flash-sales">{text.sales}</Link>}
      sub={
        <>
          <SaleState status={status} />
          <span className="hide-s">
            {text.from(moment(startsAt, language), moment(endsAt, language))}
          </span>
        </>
      }
      actions={
        isOpen && (
          <button type="button" className="btn d" onClick={() => setIsCancelling(true)}>
            {text.cancel}
          </button>
        )
      }
    >
      {status === "Scheduled" ? <Change key={id} sale={sale} /> : <LiveSale sale={sale} />}
      {isCancelling && <CancelDialog sale={sale} onClose={() => setIsCancelling(false)} />}
    </Page>
  );
};

const Change = ({ sale }: { sale: FlashSale }) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [saves, setSaves] = useState(0);
  const done = async () => {
    await client.invalidateQueries({ queryKey: flashSalesKey });
    setSaves((so) => so + 1);
  };
  return (
    <>
      {saves > 0 && (
        <p className="note ok" role="status">
          {text.saved}
        </p>
      )}
      <SaleForm
        // What was saved is what is changed next.
        key={saves}
        read={{ draft: draftOf(sale), revision: sale.revision }}
        readAgain={async () => {
          const now = await readSale(sale.id);
          return { draft: draftOf(now), revision: now.revision };
        }}
        save={(mine, revision) => changeSale(sale.id, saleChange(mine), revision)}
        onDone={() => void done()}
        does={text.save}
      />
    </>
  );
};

// A timer of a browser holds 24 days; nobody looks at a page that long.
const longestMs = 86_400_000;

/** When it starts or ends while somebody looks, the page turns with it. */
const useTurn = ({ status, startsAt, endsAt }: FlashSale, onTurn: () => void) => {
  const turnsAt = status === "Scheduled" ? startsAt : status === "Running" ? endsAt : undefined;
  useEffect(() => {
    if (!turnsAt) return undefined;
    const inMs = Date.parse(turnsAt) - Date.now() + 500;
    if (inMs > longestMs) return undefined;
    const timer = setTimeout(onTurn, Math.max(1_000, inMs));
    return () => clearTimeout(timer);
  }, [turnsAt]);
};
