import {
  Category,
  CategoryPath,
  EditCategoryRequest,
  EditProductRequest,
  inLanguage,
  NewCategoryRequest,
  NewProductRequest,
  PriceChangeRequest,
  ProductPath,
  StaffCategory,
  StaffCategoryList,
  StaffProduct,
  StaffProductList,
  StaffProductQuery,
  StatusChangeRequest,
  type ProductId,
} from "@wares/contracts";
import { Refused } from "@wares/platform";
import { answers, ifMatch, tag, type Routes } from "@wares/platform/http";
import type { editCategory } from "./category.commands.ts";
import type { CategoryNode } from "./category.ts";
import type { ProductCommands } from "./product.commands.ts";
import { refusals } from "./refusals.ts";
import { staffView } from "./product-view.ts";
import type { StaffList } from "./staff.queries.ts";
import type { ViewQueries } from "./view.queries.ts";

export type Catalogue = Readonly<{
  list: StaffList;
  forStaff: ViewQueries["forStaff"];
  commands: ProductCommands;
  categories: () => Promise<readonly StaffCategory[]>;
  editCategory: ReturnType<typeof editCategory>;
  importCategories: (requests: readonly NewCategoryRequest[]) => Promise<readonly CategoryNode[]>;
}>;

type Reply = Parameters<typeof tag>[0];

/** What staff do to the catalogue. Every edit says which revision it edits. */
export const catalogueRoutes =
  ({ list, forStaff, commands, ...tree }: Catalogue): Routes =>
  async (app) => {
    const staff = { config: { allow: "staff" } } as const;
    const show = async (reply: Reply, id: ProductId) => {
      const shown = await forStaff(id);
      return tag(reply, shown.product.revision).send(staffView(shown));
    };

    app.get("/products", { ...staff, schema: schemas.list }, ({ query }) => list(query));
    app.get("/products/:productId", { ...staff, schema: schemas.find }, ({ params }, reply) =>
      show(reply, params.productId),
    );
    // The client chooses the id, so a retried POST meets its own product instead of making two.
    app.post("/products", { ...staff, schema: schemas.create }, async ({ body }, reply) => {
      const { id } = await commands.create(body);
      return show(reply.code(201), id);
    });
    app.put("/products/:productId", { ...staff, schema: schemas.edit }, async (request, reply) => {
      const { productId } = request.params;
      await commands.edit(productId, ifMatch(request), request.body);
      return show(reply, productId);
    });
    app.put(
      "/products/:productId/prices",
      { ...staff, schema: schemas.changePrices },
      async (request, reply) => {
        const { productId } = request.params;
        await commands.changePrices(productId, ifMatch(request), request.body);
        return show(reply, productId);
      },
    );
    app.put(
      "/products/:productId/status",
      { ...staff, schema: schemas.changeStatus },
      async (request, reply) => {
        const { productId } = request.params;
        await commands.changeStatus(productId, ifMatch(request), request.body.status);
        return show(reply, productId);
      },
    );
    app.get("/categories", { ...staff, schema: schemas.tree }, async () => ({
      categories: [...(await tree.categories())],
    }));
    app.put(
      "/categories/:categoryId",
      { ...staff, schema: schemas.editCategory },
      async (request, reply) => {
        const { categoryId } = request.params;
        await tree.editCategory(categoryId, ifMatch(request), request.body);
        const edited = (await tree.categories()).find(({ id }) => id === categoryId);
        if (!edited) throw new Refused(refusals.categoryMissing);
        return tag(reply, edited.revision).send(edited);
      },
    );
    app.post("/categories", { ...staff, schema: schemas.newCategory }, async ({ body }, reply) => {
      const [node] = await tree.importCategories([body]);
      return reply.code(201).send(view(node ?? { ...body, level: 0, path: [body.id] }));
    });
  };

const view = ({ id, slug, name, description, parentId, level, path }: CategoryNode): Category => ({
  id,
  slug: inLanguage(slug, "en"),
  name: inLanguage(name, "en"),
  description: inLanguage(description, "en"),
  ...(parentId && { parentId }),
  level,
  path: [...path],
  productCount: 0,
});

const tags = ["catalogue"];
const edited = { tags, params: ProductPath, response: answers({ 200: StaffProduct }) };
const schemas = {
  list: {
    operationId: "listCatalogue",
    tags,
    querystring: StaffProductQuery,
    response: answers({ 200: StaffProductList }),
  },
  find: { operationId: "findCatalogueProduct", ...edited },
  create: {
    operationId: "createProduct",
    tags,
    body: NewProductRequest,
    response: answers({ 201: StaffProduct }),
  },
  edit: { operationId: "editProduct", ...edited, body: EditProductRequest },
  changePrices: { operationId: "changePrices", ...edited, body: PriceChangeRequest },
  changeStatus: { operationId: "changeProductStatus", ...edited, body: StatusChangeRequest },
  tree: {
    operationId: "listCatalogueCategories",
    summary: "The tree, each child behind its parent",
    tags,
    response: answers({ 200: StaffCategoryList }),
  },
  editCategory: {
    operationId: "editCategory",
    summary: "Other words for it; its address and its place in the tree stay",
    tags,
    params: CategoryPath,
    body: EditCategoryRequest,
    response: answers({ 200: StaffCategory }),
  },
  newCategory: {
    operationId: "createCategory",
    tags,
    body: NewCategoryRequest,
    response: answers({ 201: Category }),
  },
};
