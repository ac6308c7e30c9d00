import type { LocalizedText, NewProductRequest, ProductId, Sku } from "@wares/contracts";
import type { Refusal } from "@wares/platform";
import { refusals } from "./refusals.ts";
import { numbered, skuStem, variantSku } from "./sku.ts";
import { apart } from "./slug.ts";

/** Which SKUs are whose. */
export type Owners = ReadonlyMap<string, ProductId>;

export const stemOf = ({ brand, name }: NewProductRequest, category: string): string =>
  skuStem(brand, category, name.en);

/** The product's SKU and those of its variants: as asked where free, made up where not asked. */
export const chooseSkus = (
  request: NewProductRequest,
  owners: Owners,
  category: string,
): readonly Sku[] | Refusal => {
  const asked = [request, ...request.variants].flatMap(({ sku }) => sku ?? []);
  const isRepeated = new Set(asked).size < asked.length;
  const isOthers = asked.some((sku) => (owners.get(sku) ?? request.id) !== request.id);
  if (isRepeated || isOthers) return refusals.skuTaken;

  const taken = new Set([...owners.keys(), ...asked]);
  const take = (choose: (isTaken: (sku: string) => boolean) => Sku): Sku => {
    const sku = choose((one) => taken.has(one));
    taken.add(sku);
    return sku;
  };
  const stem = stemOf(request, category);
  const own = request.sku ?? take((isTaken) => numbered(stem, isTaken));
  const variants = request.variants.map(
    ({ sku, attributes }) => sku ?? take((isTaken) => variantSku(own, attributes.en, isTaken)),
  );
  return [own, ...variants];
};

/** The addresses as wished where nobody else has them, and otherwise told apart by the id. */
export const chooseSlugs = (
  id: ProductId,
  wished: LocalizedText,
  takenBy: ReadonlyMap<string, ProductId>,
): LocalizedText => {
  const free = (language: string, slug: string) =>
    (takenBy.get(`${language}/${slug}`) ?? id) === id ? slug : apart(slug, id);
  return {
    en: free("en", wished.en),
    ...(wished.zh && { zh: free("zh", wished.zh) }),
  };
};
