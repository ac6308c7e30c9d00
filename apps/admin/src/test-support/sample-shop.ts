import type { InventoryInfo, Order, StaffProduct } from "@wares/contracts";
import {
  sampleNow,
  sampleOrders,
  sampleProducts,
  sampleStock,
  sampleUsers,
} from "./sample-data.ts";
import { otherRoutes } from "./sample-figures.ts";
import { isProblem, missing, problem, type Route } from "./sample-kit.ts";
import { orderRoutes } from "./sample-orders.ts";
import { productRoutes } from "./sample-products.ts";
import { type Movement, stockRoutes } from "./sample-stock.ts";

/** Stands in for the API where there is none: for tests of the pages and for looking at them. */
export type SampleShop = Readonly<{
  call: (request: Request) => Promise<Response>;
  orders: Order[];
  products: StaffProduct[];
  stock: InventoryInfo[];
}>;

export const sampleShop = (): SampleShop => {
  const shop = {
    orders: sampleOrders(),
    products: sampleProducts(),
    stock: sampleStock(),
    users: sampleUsers(),
    movements: new Map<string, Movement[]>(),
  };
  const routes = [
    ...authRoutes(),
    ...orderRoutes(shop.orders),
    ...productRoutes(shop.products),
    ...stockRoutes(shop.stock, shop.movements),
    ...otherRoutes(shop.users),
  ];
  const call = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/api\/v1\//, "");
    const text = await request.text();
    const asked = {
      url,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
      ifMatch: request.headers.get("if-match"),
    };
    const route = routes.find(([method, known]) => method === request.method && known.test(path));
    const answer = route ? route[2](asked, route[1].exec(path)?.[1] ?? "") : missing;
    return Response.json(answer, { status: isProblem(answer) ? answer.status : 200 });
  };
  return { ...shop, call };
};

const account = {
  userId: "01970000-0000-7000-8000-000000000001",
  email: "owner@wares.example",
  username: "Tomás",
  roles: ["staff", "owner"],
};

const authRoutes = (): Route[] => [
  [
    "POST",
    /^auth\/(?:sessions|tokens)$/,
    ({ body }) =>
      body["password"] === "wrong"
        ? problem(401, "auth.wrong_credentials", "E-mail or password is wrong.")
        : {
            accessToken: "a".repeat(40),
            accessExpiresAt: new Date(sampleNow() + 900_000).toISOString(),
            refreshToken: "b".repeat(40),
            refreshExpiresAt: new Date(sampleNow() + 86_400_000).toISOString(),
            account,
          },
  ],
  ["GET", /^auth\/session$/, () => account],
  ["DELETE", /^auth\/session$/, () => ({})],
];
