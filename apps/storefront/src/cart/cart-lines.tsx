import type { FormEvent } from "react";
import { Link, useFetcher } from "react-router";
import { Amount, Price } from "../layout/money.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import { Picture } from "../layout/picture.tsx";
import type { SaleCartLine } from "../sales/sale-cart.ts";
import { cartSaleWords } from "./cart-sale-words.ts";
import { cartWords } from "./cart-words.ts";
import { Stepper } from "./stepper.tsx";
import { variantText } from "./variant-text.ts";

/** The same lines in the drawer and on the cart's page; each is a form of its own. */
export const CartLines = ({ lines, onLeave }: { lines: SaleCartLine[]; onLeave?: () => void }) => (
  <ul className="lines bare-list">
    {lines.map((line) => (
      <Line key={line.sku} line={line} onLeave={onLeave} />
    ))}
  </ul>
);

type LineProps = { line: SaleCartLine; onLeave: (() => void) | undefined };

const Line = ({ line, onLeave }: LineProps) => {
  const say = useWords(cartWords);
  const sale = useWords(cartSaleWords);
  const path = usePath();
  const { fetcher, action, onSubmit, send } = useLineForm(line.sku);
  const isLeaving = fetcher.formData?.get("intent") === "remove";
  const address = path(`/p/${line.slug}?sku=${encodeURIComponent(line.sku)}`);
  return (
    <li className="line-item" aria-busy={fetcher.state !== "idle" || undefined} hidden={isLeaving}>
      <span className="picture">
        <Picture picture={line.picture} name={line.name} sizes="72px" isDecoration />
      </span>
      <div>
        <Link className="name" to={address} onClick={onLeave}>
          {line.name}
        </Link>
        <p className="soft">{variantText(line.attributes)}</p>
        {line.quantity > 1 && (
          <p className="soft">
            <Amount value={line.unitPrice} style="short" /> {say.each}
          </p>
        )}
        {line.sale && <p className="sale-mark">{sale.flash}</p>}
        <LineProblem line={line} onKeep={send} />
      </div>
      <Price
        price={line.regularPrice ? timesOf(line.regularPrice, line.quantity) : line.totalPrice}
        salePrice={line.regularPrice && line.totalPrice}
      />
      <div className="controls">
        <fetcher.Form method="post" action={action} className="row" onSubmit={onSubmit}>
          <input type="hidden" name="intent" value="set" />
          <input type="hidden" name="sku" value={line.sku} />
          <Stepper
            low
            label={say.howManyOf(line.name)}
            value={line.quantity}
            most={Math.min(line.sale?.limit ?? 99, 99, Math.max(line.available, 1))}
            onChange={send}
          />
          <noscript>
            <button className="text-button">{say.update}</button>
          </noscript>
        </fetcher.Form>
        <fetcher.Form method="post" action={action} onSubmit={onSubmit}>
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="sku" value={line.sku} />
          <button className="text-button">
            {say.remove}
            <span className="hidden-text"> {line.name}</span>
          </button>
        </fetcher.Form>
      </div>
    </li>
  );
};

const useLineForm = (sku: string) => {
  const fetcher = useFetcher();
  const action = usePath()("/cart");
  // Without scripts the answer is the cart's page; with them one stays where one is.
  const stay = (form: FormData) => {
    form.set("stay", "1");
    void fetcher.submit(form, { method: "post", action });
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    stay(new FormData(event.currentTarget));
  };
  const send = (quantity: number) => {
    const form = new FormData();
    form.set("intent", "set");
    form.set("sku", sku);
    form.set("quantity", String(quantity));
    stay(form);
  };
  return { fetcher, action, onSubmit, send };
};

const timesOf = ({ amount, currency }: SaleCartLine["unitPrice"], quantity: number) => ({
  amount: amount * quantity,
  currency,
});

const LineProblem = ({ line, onKeep }: { line: SaleCartLine; onKeep: (left: number) => void }) => {
  const say = useWords(cartWords);
  const sale = useWords(cartSaleWords);
  if (line.sale?.problem && !line.problem) {
    const { problem, limit } = line.sale;
    return (
      <p className="field-error" role="status">
        {problem === "TwoSales" ? sale.twoSales : sale.overLimit(limit)}
      </p>
    );
  }
  if (!line.problem) return null;
  if (line.problem === "NotEnough" && line.available > 0) {
    return (
      <p className="field-error" role="status">
        <span>
          {say.notEnough(line.available)}{" "}
          <button type="button" className="text-button" onClick={() => onKeep(line.available)}>
            {say.keepLeft(line.available)}
          </button>
        </span>
      </p>
    );
  }
  return (
    <p className="field-error" role="status">
      {line.problem === "NoLongerSold" ? say.gone : say.soldOut}
    </p>
  );
};
