import type { RouteObject } from "react-router";
import { SessionGate } from "./session/session-gate.tsx";
import { Crashed } from "./shell/crashed.tsx";
import { MissingPage } from "./shell/missing.page.tsx";

/** Each page is read when it is first gone to. */
export const routes: RouteObject[] = [
  {
    element: <SessionGate />,
    errorElement: <Crashed />,
    hydrateFallbackElement: <span />,
    children: [
      {
        errorElement: <Crashed />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import("./home/home.page.tsx")).HomePage }),
          },
          {
            path: "orders",
            lazy: async () => ({
              Component: (await import("./orders/orders.page.tsx")).OrdersPage,
            }),
          },
          {
            path: "orders/:orderId",
            lazy: async () => ({ Component: (await import("./orders/order.page.tsx")).OrderPage }),
          },
          {
            path: "products",
            lazy: async () => ({
              Component: (await import("./products/products.page.tsx")).ProductsPage,
            }),
          },
          {
            path: "products/new",
            lazy: async () => ({
              Component: (await import("./products/new-product.page.tsx")).NewProductPage,
            }),
          },
          {
            path: "products/:productId",
            lazy: async () => ({
              Component: (await import("./products/product.page.tsx")).ProductPage,
            }),
          },
          {
            path: "stock",
            lazy: async () => ({ Component: (await import("./stock/stock.page.tsx")).StockPage }),
          },
          {
            path: "customers",
            lazy: async () => ({
              Component: (await import("./customers/customers.page.tsx")).CustomersPage,
            }),
          },
          {
            path: "customers/:userId",
            lazy: async () => ({
              Component: (await import("./customers/customer.page.tsx")).CustomerPage,
            }),
          },
          {
            path: "coupons",
            lazy: async () => ({
              Component: (await import("./coupons/coupons.page.tsx")).CouponsPage,
            }),
          },
          {
            path: "flash-sales",
            lazy: async () => ({
              Component: (await import("./flash-sales/flash-sales.page.tsx")).FlashSalesPage,
            }),
          },
          {
            path: "flash-sales/new",
            lazy: async () => ({
              Component: (await import("./flash-sales/new-sale.page.tsx")).NewSalePage,
            }),
          },
          {
            path: "flash-sales/:saleId",
            lazy: async () => ({
              Component: (await import("./flash-sales/flash-sale.page.tsx")).FlashSalePage,
            }),
          },
          {
            path: "categories",
            lazy: async () => ({
              Component: (await import("./categories/categories.page.tsx")).CategoriesPage,
            }),
          },
          {
            path: "more",
            lazy: async () => ({ Component: (await import("./shell/more.page.tsx")).MorePage }),
          },
          { path: "*", element: <MissingPage /> },
        ],
      },
    ],
  },
];
