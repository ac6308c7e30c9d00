import {
  paymentMethodTypes,
  type PaymentMethodView,
  type PayRequest,
  User,
} from "@wares/contracts";
import { fieldIn } from "../server/form-field.ts";
import { attempt, type Visit } from "../server/visit.ts";

/** What one pays with: a saved method, or what the gateway's own fields gave. */
export type Card = { method: PayRequest["method"]; keep?: boolean } & (
  | { token: string }
  | { savedMethodId: string }
);

/** As the form says it. What could be no card of anybody's is none. */
export const cardIn = (form: FormData): Card | undefined => {
  const [chosen, asked] = [fieldIn(form, "token").trim(), fieldIn(form, "method")];
  const method = paymentMethodTypes.find((type) => type === asked) ?? "CreditCard";
  const savedMethodId = /^saved:([0-9a-f-]{36})$/.exec(chosen)?.[1];
  if (savedMethodId) return { method, savedMethodId };
  if (!/^[A-Za-z0-9_.-]{1,200}$/.test(chosen)) return undefined;
  return { method, token: chosen, ...(form.get("keep") === "yes" && { keep: true }) };
};

/** What the customer keeps with the shop; a guest keeps nothing. */
export const savedMethods = async (visit: Visit): Promise<PaymentMethodView[]> => {
  if (!visit.isSignedIn()) return [];
  const { value } = await attempt(visit.ask({ path: "users/me", schema: User }));
  return value?.paymentMethods ?? [];
};
