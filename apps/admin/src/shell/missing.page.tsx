import { Missing } from "./faces.tsx";
import { useWords, type Words } from "./language.tsx";
import { Page } from "./page.tsx";

const words = {
  en: { title: "No such page" },
  zh: { title: "没有这个页面" },
} satisfies Words<unknown>;

export const MissingPage = () => {
  const { title } = useWords(words);
  return (
    <Page title={title}>
      <Missing />
    </Page>
  );
};
