import { ClashView } from "../shell/clash-view.tsx";
import { useKeys } from "../shell/use-keys.ts";
import { useFieldName } from "./field-name.ts";
import type { ProductForm } from "./use-product-form.ts";

/** A conflict keeps both: before, theirs, mine; 1 or 2 decides the first that is open. */
export const ConflictView = ({ form }: { form: ProductForm }) => {
  const [first] = form.clashes;
  useKeys({
    ...(first && { "1": () => form.settle(first, false), "2": () => form.settle(first, true) }),
  });
  const name = useFieldName();
  return form.clashes.map((clash) => (
    <ClashView
      key={clash.key}
      clash={clash}
      name={name(clash.key)}
      version={form.product.revision}
      onSettle={(takesTheirs) => form.settle(clash, takesTheirs)}
    />
  ));
};
