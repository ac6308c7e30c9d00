import { ProductPath, Review, ReviewList, ReviewQuery, ReviewRequest } from "@wares/contracts";
import { answers, signedIn, type Routes } from "@wares/platform/http";
import type { ReviewCommands } from "./review.commands.ts";
import { reviewView, type ReviewQueries } from "./review.queries.ts";

export const reviewRoutes =
  (list: ReviewQueries, { write }: ReviewCommands): Routes =>
  async (app) => {
    app.get(
      "/:productId/reviews",
      { config: { allow: "anyone" }, schema: schemas.list },
      ({ params, query }) => list(params.productId, query),
    );
    app.post(
      "/:productId/reviews",
      { config: { allow: "customer" }, schema: schemas.write },
      async (request, reply) => {
        const { productId } = request.params;
        const { review, isNew } = await write(productId, signedIn(request), request.body);
        return reply.code(isNew ? 201 : 200).send(reviewView(review));
      },
    );
  };

const tags = ["products"];
const schemas = {
  list: {
    operationId: "listReviews",
    tags,
    params: ProductPath,
    querystring: ReviewQuery,
    response: answers({ 200: ReviewList }),
  },
  write: {
    operationId: "writeReview",
    summary: "A customer's opinion; a second one takes the place of the first",
    tags,
    params: ProductPath,
    body: ReviewRequest,
    response: answers({ 200: Review, 201: Review }),
  },
};
