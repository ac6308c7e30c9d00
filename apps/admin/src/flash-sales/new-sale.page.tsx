import { useQueryClient } from "@tanstack/react-query";
import type { FlashSaleId } from "@wares/contracts";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { newId } from "../api/new-id.ts";
import { useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { flashSalesKey, scheduleSale } from "./flash-sales.queries.ts";
import { emptySale, saleChange } from "./sale-draft.ts";
import { SaleForm } from "./sale-form.tsx";

const words = {
  en: { title: "New flash sale", sales: "Flash sales", does: "Schedule the sale" },
  zh: { title: "新建抢购", sales: "限时抢购", does: "排期" },
} satisfies Words<unknown>;

export const NewSalePage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const client = useQueryClient();
  // Made once: sent twice, there is one sale.
  const [id] = useState(() => newId() as FlashSaleId);
  const [read] = useState(() => ({ draft: emptySale(Date.now()), revision: 0 }));
  const done = async () => {
    await client.invalidateQueries({ queryKey: flashSalesKey });
    await navigate(`/flash-sales/${id}`);
  };
  return (
    <Page title={text.title} crumb={<Link to="/flash-sales">{text.sales}</Link>}>
      <SaleForm
        read={read}
        readAgain={async () => read}
        save={(mine) => scheduleSale({ id, ...saleChange(mine) })}
        onDone={() => void done()}
        does={text.does}
      />
    </Page>
  );
};
