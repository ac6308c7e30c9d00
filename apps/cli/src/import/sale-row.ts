import { parse, Sku } from "@wares/contracts";
import type { CsvRow } from "../input-file.ts";
import { oneLine, printableSku } from "./wording.ts";

/** One line of a sales ledger in the columns of UCI's Online Retail. Amounts in pence. */
export type SaleRow = Readonly<{
  kind: "Sale" | "Return";
  invoice: string;
  code: Sku;
  name: string;
  /** Above zero, of a return too. */
  quantity: number;
  at: string;
  unitPrice: number;
  /** Blank for who bought without an account. */
  customer: string;
  country: string;
}>;

export const saleColumns = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
];

// Postage, discounts, fees, samples and vouchers: lines of a ledger, but nothing on a shelf.
const notGoods = /^(POST|DOT|C2|M|D|S|B|CRUK|BANK CHARGES|AMAZONFEE|GIFT_.*)$/;
const quantityMax = 1_000_000;
const penceMax = 100_000_000;

/** A line, "NotGoods", or in words what is wrong with it. */
export const saleRow = (row: CsvRow): SaleRow | "NotGoods" | Readonly<{ problem: string }> => {
  const field = (name: string) => (row[name] ?? "").trim();
  const invoice = field("InvoiceNo");
  const code = printableSku(field("StockCode").toUpperCase());
  const about = `${invoice} ${code ?? ""}`.trim();
  if (!/^[A-Z]?\d{1,12}$/.test(invoice)) return { problem: `"${about}" has no invoice number` };
  if (!code) return { problem: `${about} has no code` };
  if (notGoods.test(code)) return "NotGoods";
  const quantity = Number(field("Quantity"));
  if (field("Quantity") === "" || !Number.isInteger(quantity) || quantity === 0)
    return { problem: `${about} quantity "${field("Quantity")}" is not a whole number` };
  const unitPrice = Math.round(Number(field("UnitPrice")) * 100);
  if (!(unitPrice > 0)) return { problem: `${about} has no price` };
  if (Math.abs(quantity) > quantityMax || unitPrice > penceMax)
    return { problem: `${about} ${quantity} × ${unitPrice / 100} is absurd` };
  const isReturn = invoice.startsWith("C");
  if (isReturn !== quantity < 0)
    return { problem: `${about} quantity ${quantity} does not go with its kind of invoice` };
  const at = instantOf(field("InvoiceDate"));
  if (!at) return { problem: `${about} date "${field("InvoiceDate")}" is none` };
  return {
    kind: isReturn ? "Return" : "Sale",
    invoice,
    code: parse(Sku, code),
    name: oneLine(field("Description"), 300),
    quantity: Math.abs(quantity),
    at,
    unitPrice,
    // Spreadsheets write 17850 as 17850.0 once a cell of the column is blank.
    customer: field("CustomerID").replace(/\.0$/, ""),
    country: field("Country"),
  };
};

/** 2010-12-01 08:26:00, by the seller's clock, which is taken for UTC. */
const instantOf = (text: string): string | undefined => {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(text) ?? [];
  const at = new Date(`${day}T${time}Z`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
};
