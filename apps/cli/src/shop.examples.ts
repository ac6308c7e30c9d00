import { connect } from "@wares/platform/database";
import { roleOf } from "@wares/platform/run";
import { inventoryService } from "@wares/inventory";
import { ordersService } from "@wares/orders";
import { pricingService } from "@wares/pricing";
import { productsService } from "@wares/products";
import { testTools } from "@wares/testkit/tools";

/** The services an import writes to, each under its own role, in one database. */
export const shopOn = (url: string) => {
  const pool = (name: string) => connect({ url, connectionsMax: 4, role: roleOf(name) });
  const pools = {
    inventory: pool("inventory"),
    orders: pool("orders"),
    pricing: pool("pricing"),
    products: pool("products"),
  };
  const inventory = inventoryService(testTools(pools.inventory));
  const products = productsService(testTools(pools.products), {
    availableOf: inventory.availableOf,
  });
  const unused = () => Promise.reject(new Error("Nothing is priced here."));
  const pricing = pricingService(testTools(pools.pricing), {
    priceLinesOf: products.priceLinesOf,
    shippingMethodsFor: unused,
    setAside: inventory.setAside,
    leftOf: inventory.leftOf,
    shortNow: inventory.shortNow,
    isAdmitted: unused,
    roomOf: unused,
  });
  const orders = ordersService(testTools(pools.orders), {
    soldOut: () => undefined,
    quote: unused,
    hold: unused,
    joinSale: unused,
    leaveSale: unused,
    redeem: unused,
  });
  return {
    orders,
    inventory,
    pricing,
    products,
    services: [
      { service: inventory.service, db: pools.inventory },
      { service: products.service, db: pools.products },
      { service: pricing.service, db: pools.pricing },
    ],
    [Symbol.asyncDispose]: async () => {
      await Promise.all(Object.values(pools).map((one) => one.end()));
    },
  };
};
export type ShopExample = ReturnType<typeof shopOn>;
