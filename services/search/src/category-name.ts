import type { CategoryId, LocalizedText } from "@wares/contracts";

export type CategoryName = Readonly<{
  id: CategoryId;
  path: readonly CategoryId[];
  slug: LocalizedText;
  name: LocalizedText;
}>;
