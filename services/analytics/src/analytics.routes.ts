import {
  BehaviourBatch,
  BehavioursTaken,
  Funnel,
  PeriodQuery,
  SalesByDay,
  TopProducts,
} from "@wares/contracts";
import { money, Refused } from "@wares/platform";
import type { Queries } from "@wares/platform/database";
import { answers, buyerOf, type Routes } from "@wares/platform/http";
import type { BehaviourCommands } from "./behaviour.commands.ts";
import { refusals } from "./refusals.ts";
import { buyersByStep, salesByDay, topProducts, type SalesDay } from "./report.store.ts";
import type { Step } from "./rollup.store.ts";

const steps: readonly Step[] = ["Viewed", "AddedToCart", "Ordered", "Paid"];
const daysMax = 731;

export const analyticsRoutes =
  (db: Queries, behaviours: BehaviourCommands): Routes =>
  async (app) => {
    app.post(
      "/behaviours",
      { schema: schemas.report, config: { allow: "buyer" } },
      async (request, reply) => {
        const { userId } = request.principal;
        const taken = await behaviours.report({
          buyerId: buyerOf(request),
          ...(userId && { userId }),
          ...request.body,
        });
        return reply.code(202).send(taken);
      },
    );

    const staff = { allow: "staff" } as const;
    app.get("/analytics/sales", { schema: schemas.sales, config: staff }, async ({ query }) => {
      const days = await salesByDay(db, checked(query));
      return salesView(days, query);
    });

    app.get(
      "/analytics/top-products",
      { schema: schemas.top, config: staff },
      async ({ query }) => {
        const top = await topProducts(db, checked(query));
        return {
          products: top.map(({ gross, ...product }) => ({
            ...product,
            gross: money(gross, query.currency),
          })),
        };
      },
    );

    app.get("/analytics/funnel", { schema: schemas.funnel, config: staff }, async ({ query }) => {
      const buyers = await buyersByStep(db, checked(query));
      return { steps: steps.map((step) => ({ step, buyers: buyers.get(step) ?? 0 })) };
    });
  };

const checked = (period: PeriodQuery): PeriodQuery => {
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  if (days < 0 || days > daysMax) throw new Refused(refusals.badPeriod);
  return period;
};

const salesView = (days: SalesDay[], { currency }: PeriodQuery): SalesByDay => {
  const total = (of: (day: SalesDay) => number) => days.reduce((all, day) => all + of(day), 0);
  const orders = total((day) => day.orders);
  const gross = total((day) => day.gross);
  return {
    currency,
    days,
    total: {
      orders,
      units: total((day) => day.units),
      gross: money(gross, currency),
      refunds: money(
        total((day) => day.refunds),
        currency,
      ),
      averageOrder: money(orders === 0 ? 0 : Math.round(gross / orders), currency),
    },
  };
};

const tags = ["analytics"];
const schemas = {
  report: {
    operationId: "reportBehaviours",
    tags,
    body: BehaviourBatch,
    response: answers({ 202: BehavioursTaken }),
  },
  sales: {
    operationId: "findSales",
    tags,
    querystring: PeriodQuery,
    response: answers({ 200: SalesByDay }),
  },
  top: {
    operationId: "findTopProducts",
    tags,
    querystring: PeriodQuery,
    response: answers({ 200: TopProducts }),
  },
  funnel: {
    operationId: "findFunnel",
    tags,
    querystring: PeriodQuery,
    response: answers({ 200: Funnel }),
  },
};
