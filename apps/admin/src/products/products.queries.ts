import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import {
  CategoryList,
  Done,
  type EditProductRequest,
  type Language,
  type NewProductRequest,
  type PriceChangeRequest,
  type ProductStatus,
  StaffProduct,
  StaffProductList,
} from "@wares/contracts";
import Type from "typebox";
import { ask, tell, withQuery } from "../api/ask.ts";

export type ProductFilter = Readonly<{
  query?: string;
  status?: ProductStatus;
  categoryId?: string;
  sort?: "Newest" | "Oldest" | "Changed";
  after?: string;
  limit?: number;
}>;

export const productsKey = ["products"] as const;

export const productsQuery = (filter: ProductFilter) =>
  queryOptions({
    queryKey: [...productsKey, "list", filter],
    queryFn: ({ signal }) => ask(StaffProductList, withQuery("catalogue/products", filter), signal),
    placeholderData: keepPreviousData,
  });

const at = (productId: string) => `catalogue/products/${encodeURIComponent(productId)}`;

/** Read once: what somebody else changes meanwhile is met when saving, not pulled away while typing. */
export const productQuery = (productId: string) =>
  queryOptions({
    queryKey: [...productsKey, "one", productId],
    queryFn: ({ signal }) => ask(StaffProduct, at(productId), signal),
    staleTime: Infinity,
    gcTime: 0,
  });

export const categoriesQuery = (language: Language) =>
  queryOptions({
    queryKey: ["categories", "names", language],
    queryFn: async ({ signal }) =>
      (await ask(CategoryList, withQuery("categories", { language }), signal)).categories,
    staleTime: 5 * 60_000,
  });

/** All three changes of a product answer at least the revision they led to. */
const Saved = Type.Object({ revision: Type.Integer({ minimum: 1 }) });

const put = async (path: string, body: unknown, revision: number): Promise<number> =>
  (await tell(Saved, path, { method: "PUT", body, revision })).revision;

export type ProductDoor = Readonly<{
  edit: (body: EditProductRequest, revision: number) => Promise<number>;
  price: (body: PriceChangeRequest, revision: number) => Promise<number>;
  setStatus: (status: ProductStatus, revision: number) => Promise<number>;
}>;

export const productDoor = (productId: string): ProductDoor => ({
  edit: (body, revision) => put(at(productId), body, revision),
  price: (body, revision) => put(`${at(productId)}/prices`, body, revision),
  setStatus: (status, revision) => put(`${at(productId)}/status`, { status }, revision),
});

export const createProduct = (product: NewProductRequest) =>
  tell(Done, "catalogue/products", { method: "POST", body: product });
