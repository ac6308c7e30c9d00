// Test support: the shop's API for tests of pages and for looking at them, in memory and typed by the contracts.
import {
  Address,
  AddressId,
  AddressRequest,
  type Availability,
  type Currency,
  type Language,
  parse,
  PayRequest,
  PlaceOrderRequest,
  Preferences,
  Profile,
  QuoteRequest,
  type Recommendations,
  SignInRequest,
} from "@wares/contracts";
import type { Static } from "typebox";
import {
  type Asked,
  sampleCard,
  sampleCategories,
  sampleId,
  sampleReviews,
  sampleSearch,
  sampleVariants,
  sampleView,
} from "./sample-catalogue.ts";
import { sampleFlash } from "./sample-flash.ts";
import { samplePeople } from "./sample-people.ts";
import { sampleProducts } from "./sample-products.ts";
import { Refused, sampleMethods, sampleOptions, sampleSales } from "./sample-sales.ts";

type Call = { asked: Asked; params: URLSearchParams; body: unknown; request: Request; id: string };
type Handler = (call: Call) => object;

export const sampleShop = () => {
  const sales = sampleSales();
  const people = samplePeople();
  const flash = sampleFlash();
  const routes = {
    ...catalogueRoutes,
    ...salesRoutes(sales),
    ...peopleRoutes(people),
    ...flash.routes,
  };
  const api = async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const path = url.pathname.replace("/api/v1/", "");
    const live = /^(stock\/live|(orders|flash-sales)\/.+\/live)$/.test(path);
    if (live) return quietStream(request.signal);
    const text = await request.text();
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const asked: Asked = {
      language: (url.searchParams.get("language") ?? "en") as Language,
      currency: (url.searchParams.get("currency") ?? "USD") as Currency,
    };
    try {
      const [handler, id] = handlerOf(routes, request.method, path);
      const answer = handler({ asked, params: url.searchParams, body, request, id });
      const headers = path.startsWith("users/me") ? { etag: people.tag() } : {};
      return Response.json(answer, { headers });
    } catch (error) {
      if (error instanceof Refused) {
        return Response.json(error.problem, { status: error.problem.status });
      }
      throw error;
    }
  };
  return { api, sales, people, flash };
};

const handlerOf = (routes: Record<string, Handler>, method: string, path: string) => {
  for (const [pattern, handler] of Object.entries(routes)) {
    const [wanted, shape = ""] = pattern.split(" ");
    if (wanted !== method) continue;
    const match = new RegExp(`^${shape.replace(":id", "([^/]+)")}$`).exec(path);
    if (match) return [handler, decodeURIComponent(match[1] ?? "")] as const;
  }
  throw new Refused(404, "request.no_such_address", `Nothing at ${method} ${path}`);
};

// Says nothing, and ends with its reader.
const quietStream = (signal: AbortSignal) => {
  const body = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new TextEncoder().encode(": here\n\n"));
      signal.addEventListener("abort", () => controller.close());
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
};

const productBy = (id: string) => {
  const product = sampleProducts.find(
    ({ slug }, place) => slug === id || sampleId(1, place) === id,
  );
  if (!product) throw new Refused(404, "products.not_found", "We have no such product.");
  return product;
};

const recommend = ({ asked, params }: Call): Recommendations => {
  const isFor = params.get("productId");
  const limit = Number(params.get("limit") ?? 8);
  const items = sampleProducts.slice(6, 6 + limit).map((product, place) => ({
    product: sampleCard(product, asked),
    reason: isFor
      ? { kind: place % 2 === 0 ? ("BoughtTogether" as const) : ("AlsoViewed" as const) }
      : {
          kind: "BecauseYouViewed" as const,
          because: asked.language === "zh" ? "哈尔登台灯" : "Halden desk lamp",
        },
  }));
  return { items };
};

const catalogueRoutes: Record<string, Handler> = {
  "GET categories": ({ asked }) => ({ categories: sampleCategories(asked) }),
  "GET categories/:id": ({ asked, id }) => {
    const category = sampleCategories(asked).find(({ slug }) => slug === id);
    if (!category) throw new Refused(404, "products.category_not_found", "No such category.");
    return category;
  },
  "GET products": ({ asked, params }) => {
    const onSale = params.get("onSale") === "true";
    const shown = sampleProducts
      .filter(({ salePrice }) => !onSale || salePrice)
      .slice(onSale ? 0 : 1);
    const products = shown.slice(0, Number(params.get("limit") ?? 24));
    return { products: products.map((product) => sampleCard(product, asked)) };
  },
  "GET products/:id": ({ asked, id }) => sampleView(productBy(id), asked),
  "GET products/:id/reviews": ({ params }) => {
    const stars = params.get("rating");
    return sampleReviews(stars ? Number(stars) : undefined);
  },
  "GET search": ({ params, asked }) => sampleSearch(params, asked),
  "GET search/suggestions": ({ params, asked }) => {
    const { products } = sampleSearch(params, asked);
    const [category] = sampleCategories(asked);
    return {
      products: products.slice(0, 6),
      categories: category ? [category] : [],
      queries: products.slice(0, 3).map(({ name }) => name.toLowerCase()),
    };
  },
  "GET recommendations": recommend,
  "GET stock": ({ params, asked }) => {
    const wanted = params.getAll("skus");
    const all = sampleProducts.flatMap((product) => sampleVariants(product, asked));
    const stock: Static<typeof Availability>[] = all
      .filter(({ sku }) => wanted.includes(sku))
      .map(({ sku, available }) => ({ sku, available }));
    return { stock };
  },
  "GET shipping-methods": ({ asked }) => ({ methods: sampleMethods(asked) }),
  "GET payment-options": () => sampleOptions,
  "POST behaviours": () => ({ accepted: 0 }),
};

const salesRoutes = (sales: ReturnType<typeof sampleSales>): Record<string, Handler> => ({
  // Somebody new: there is one cart here, and it is theirs now.
  "POST auth/guests": () => {
    sales.lines.clear();
    sales.setCoupon(undefined);
    return { guestToken: "sample-guest-token-0001", guestId: sampleId(5, 1) };
  },
  "GET cart": ({ asked }) => sales.cart(asked),
  "POST cart/lines": ({ asked, body }) => {
    const { sku, quantity } = body as { sku: string; quantity: number };
    sales.lines.set(sku, Math.min(99, (sales.lines.get(sku) ?? 0) + quantity));
    return sales.cart(asked);
  },
  "PUT cart/lines/:id": ({ asked, body, id }) => {
    sales.lines.set(id, (body as { quantity: number }).quantity);
    return sales.cart(asked);
  },
  "DELETE cart/lines/:id": ({ asked, id }) => {
    sales.lines.delete(id);
    return sales.cart(asked);
  },
  "PUT cart/coupon": ({ asked, body }) => {
    sales.setCoupon((body as { code: string }).code);
    return sales.cart(asked);
  },
  "DELETE cart/coupon": ({ asked }) => {
    sales.setCoupon(undefined);
    return sales.cart(asked);
  },
  "POST quotes": ({ body }) => sales.quote(parse(QuoteRequest, body)),
  "POST orders": ({ body }) => sales.place(parse(PlaceOrderRequest, body)),
  "GET orders": () => ({
    orders: [...sales.orders.values()].map((order) => ({
      ...order,
      email: order.contact.email,
      name: `${order.shippingAddress.firstName} ${order.shippingAddress.lastName}`,
      country: order.shippingAddress.country,
      itemCount: order.items.length,
      firstItem: order.items[0]?.name ?? "",
      ...(order.items[0]?.imageUrl && { imageUrl: order.items[0].imageUrl }),
      shippingMethod: order.shippingMethod.name,
    })),
  }),
  "GET orders/:id": ({ id }) => {
    const order = sales.orders.get(id);
    if (!order) throw new Refused(404, "orders.not_found", "We have no such order.");
    return order;
  },
  "PUT orders/:id/cancellation": ({ id }) => sales.advance(id, "Cancelled"),
  "POST payments": ({ body, request }) =>
    sales.pay(parse(PayRequest, body), new URL(request.url).origin),
  "GET payments": ({ params }) => ({
    payments: sales.payments.filter(({ orderId }) => orderId === params.get("orderId")),
  }),
});

const peopleRoutes = (people: ReturnType<typeof samplePeople>): Record<string, Handler> => ({
  "POST auth/sessions": ({ body }) => people.signIn(parse(SignInRequest, body)),
  "POST auth/tokens": () => people.session(),
  "DELETE auth/session": () => ({}),
  "POST auth/registrations": () => ({}),
  "POST auth/password-resets": () => ({}),
  "PUT auth/password-resets/:id": () => ({}),
  "PUT auth/confirmations/:id": () => people.session(),
  "GET users/me": () => people.user,
  "PUT users/me/profile": ({ body, request }) =>
    people.change(request.headers.get("if-match"), { profile: parse(Profile, body) }),
  "PUT users/me/preferences": ({ body, request }) =>
    people.change(request.headers.get("if-match"), { preferences: parse(Preferences, body) }),
  "GET users/me/addresses": () => ({ addresses: people.addresses }),
  "POST users/me/addresses": ({ body }) => {
    const id = parse(AddressId, sampleId(7, people.addresses.length));
    const address = parse(Address, { id, ...parse(AddressRequest, body) });
    people.addresses.push(address);
    return address;
  },
  "DELETE users/me/payment-methods/:id": ({ id }) => {
    const { paymentMethods } = people.user;
    const place = paymentMethods.findIndex((method) => method.id === id);
    if (place < 0) throw new Refused(404, "users.no_such_payment_method", "It is not there.");
    paymentMethods.splice(place, 1);
    return {};
  },
  "DELETE users/me/addresses/:id": ({ id }) => {
    const place = people.addresses.findIndex((address) => address.id === id);
    if (place >= 0) people.addresses.splice(place, 1);
    return {};
  },
});
