import { UserErased } from "@wares/contracts";
import { on, type Service, type Tools } from "@wares/platform";
import { cardQueries, type ProductNeeds } from "./card.queries.ts";
import { catalogueRoutes } from "./catalogue.routes.ts";
import { editCategory, importCategories } from "./category.commands.ts";
import { categoryQueries } from "./category.queries.ts";
import { exportQueries } from "./export.queries.ts";
import { importProducts } from "./import.commands.ts";
import { priceLines } from "./price-lines.queries.ts";
import { productCommands } from "./product.commands.ts";
import { categoryRoutes, productRoutes } from "./product.routes.ts";
import { reviewCommands } from "./review.commands.ts";
import { reviewQueries } from "./review.queries.ts";
import { reviewRoutes } from "./review.routes.ts";
import { forgetAuthors } from "./review.store.ts";
import { staffList } from "./staff.queries.ts";
import { viewQueries } from "./view.queries.ts";

export type { SoldSku } from "./export.store.ts";
export type { Imported } from "./import.commands.ts";
export type { PriceLine } from "./price-lines.queries.ts";
export type { ProductNeeds } from "./card.queries.ts";
export type { StoredReview } from "./review.store.ts";

/** Products: what the shop sells, what it costs, and what people think of it. */
export const productsService = (tools: Tools, needs: ProductNeeds) => {
  const cards = cardQueries(tools, needs);
  const views = viewQueries(tools, needs);
  const commands = productCommands(tools);
  const reviews = reviewCommands(tools);
  const tree = categoryQueries(tools);
  const categories = importCategories(tools);
  const list = staffList(tools, needs);
  const service: Service = {
    name: "products",
    routes: [
      { prefix: "/products", plugin: productRoutes({ ...cards, ...views }) },
      { prefix: "/products", plugin: reviewRoutes(reviewQueries(tools), reviews) },
      { prefix: "/categories", plugin: categoryRoutes(tree) },
      {
        prefix: "/catalogue",
        plugin: catalogueRoutes({
          list,
          ...views,
          commands,
          categories: tree.forStaff,
          editCategory: editCategory(tools),
          importCategories: categories,
        }),
      },
    ],
    subscriptions: [
      on(UserErased, async (events, tx) => {
        await forgetAuthors(
          tx,
          events.map(({ data }) => data.userId),
        );
      }),
    ],
  };
  return {
    service,
    importProducts: importProducts(tools),
    importCategories: categories,
    importReviews: reviews.importReviews,
    ...exportQueries(tools.db),
    cardsOf: cards.cardsOf,
    ...priceLines(tools),
  };
};
