import {
  Category,
  CategoryList,
  LocaleQuery,
  ProductList,
  ProductListQuery,
  ProductView,
  SlugPath,
} from "@wares/contracts";
import { answers, isStaff, type Routes } from "@wares/platform/http";
import type { CategoryQueries } from "./category.queries.ts";
import type { CardQueries } from "./card.queries.ts";
import type { ViewQueries } from "./view.queries.ts";

export const productRoutes =
  ({ list, view }: CardQueries & ViewQueries): Routes =>
  async (app) => {
    app.get("", { config: { allow: "anyone" }, schema: schemas.list }, ({ query }) => list(query));
    app.get("/:slug", { config: { allow: "anyone" }, schema: schemas.view }, (request) =>
      view(request.params.slug, request.query, isStaff(request)),
    );
  };

export const categoryRoutes =
  (categories: CategoryQueries): Routes =>
  async (app) => {
    app.get(
      "",
      { config: { allow: "anyone" }, schema: schemas.categories },
      async ({ query: { language } }) => ({ categories: [...(await categories.list(language))] }),
    );
    app.get(
      "/:slug",
      { config: { allow: "anyone" }, schema: schemas.category },
      ({ params: { slug }, query: { language } }) => categories.find(slug, language),
    );
  };

const tags = ["products"];
const schemas = {
  list: {
    operationId: "listProducts",
    summary: "What is on the shelves, newest or best rated first",
    tags,
    querystring: ProductListQuery,
    response: answers({ 200: ProductList }),
  },
  view: {
    operationId: "viewProduct",
    summary: "A product's page, by its address in either language or by its id",
    tags,
    params: SlugPath,
    querystring: LocaleQuery,
    response: answers({ 200: ProductView }),
  },
  categories: {
    operationId: "listCategories",
    tags,
    querystring: LocaleQuery,
    response: answers({ 200: CategoryList }),
  },
  category: {
    operationId: "findCategory",
    tags,
    params: SlugPath,
    querystring: LocaleQuery,
    response: answers({ 200: Category }),
  },
};
