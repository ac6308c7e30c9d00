import { httpServer } from "@wares/platform/http";
import { adminPages } from "../../server/admin-session.ts";
import { sampleShop } from "./sample-shop.ts";

// The built pages over a made-up shop, to look at them without the services: npm run sample -w @wares/admin.
export const sampleServer = async (distFolder: string, shop = sampleShop()) => {
  const app = await httpServer({ identify: async () => ({ roles: [] }) });
  await app.register(
    adminPages({
      distFolder,
      call: shop.call,
      secure: false,
      hint: { email: "owner@wares.example", password: "a password to try" },
    }),
  );
  app.route({
    method: ["GET", "POST", "PUT", "DELETE"],
    url: "/api/v1/*",
    config: { allow: "anyone" },
    handler: async (request, reply) => {
      const isSignedIn = request.headers.cookie?.includes("wares_session=a");
      if (!isSignedIn)
        return reply
          .code(401)
          .send({ type: "auth.sign_in_first", title: "Please sign in.", status: 401 });
      const ifMatch = request.headers["if-match"];
      const answer = await shop.call(
        new Request(new URL(request.url, "http://localhost"), {
          method: request.method,
          headers: { ...(ifMatch && { "if-match": ifMatch }) },
          ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
        }),
      );
      return reply.code(answer.status).send(await answer.json());
    },
  });
  return app;
};
