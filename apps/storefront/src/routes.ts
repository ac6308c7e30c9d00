import { layout, route, type RouteConfig } from "@react-router/dev/routes";

// English lives at /, Chinese below /zh: the same pages, so the part that differs is optional.
const page = (path: string, file: string) => route(`zh?/${path}`, file);

export default [
  route("zh?", "./home/home.page.tsx"),
  page("c/:slug", "./catalogue/category.page.tsx"),
  page("search", "./search/search.page.tsx"),
  page("suggestions", "./search/suggestions.ts"),
  page("p/:slug", "./catalogue/product.page.tsx"),
  page("cart", "./cart/cart.page.tsx"),
  page("checkout", "./checkout/checkout.page.tsx"),
  page("sale/:saleId/wait", "./sales/wait.page.tsx"),
  page("orders/:orderId", "./orders/order.page.tsx"),
  page("sign-in", "./account/sign-in.page.tsx"),
  page("register", "./account/register.page.tsx"),
  page("confirm/:token", "./account/confirm.page.tsx"),
  page("password-reset", "./account/password-reset.page.tsx"),
  page("password-reset/:token", "./account/new-password.page.tsx"),
  layout("./account/account.page.tsx", [
    page("account", "./account/my-orders.page.tsx"),
    page("account/profile", "./account/profile.page.tsx"),
    page("account/preferences", "./account/preferences.page.tsx"),
    page("account/addresses", "./account/addresses.page.tsx"),
    page("account/payment-methods", "./account/payment-methods.page.tsx"),
  ]),
  route("settings", "./layout/settings.ts"),
  route("consent", "./layout/consent-choice.ts"),
  route("sign-out", "./account/sign-out.ts"),
  route("*", "./layout/lost.page.tsx"),
] satisfies RouteConfig;
