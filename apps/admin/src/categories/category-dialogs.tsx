import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { StaffCategory } from "@wares/contracts";
import { useState } from "react";
import { newId } from "../api/new-id.ts";
import { blamed } from "../api/problem.ts";
import { ClashView } from "../shell/clash-view.tsx";
import { Dialog } from "../shell/dialog.tsx";
import { Field } from "../shell/field.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { TextBox } from "../shell/text-box.tsx";
import { useSmallForm } from "../shell/use-small-form.ts";
import { categoriesKey, createCategory, editCategory, findCategory } from "./categories.queries.ts";
import { addressOf, categoryRequest, emptyCategory, nameOf } from "./category-draft.ts";

const words = {
  en: {
    add: "New category",
    create: "Create category",
    rename: (name: string) => `Rename ${name}`,
    save: "Rename",
    nameEn: "Name",
    nameZh: "Name, Chinese",
    slug: "Address",
    slugHint: (slug: string) => `It will be found at /c/${slug || "…"}`,
    kept: (slug: string) => `Its address stays /c/${slug}.`,
    parentId: "In",
    top: "Nothing: it stands at the top",
    missing: "Needed.",
    noAddress: "Letters a to z and digits are needed.",
  },
  zh: {
    add: "新建分类",
    create: "创建分类",
    rename: (name: string) => `重命名 ${name}`,
    save: "重命名",
    nameEn: "名称（英文）",
    nameZh: "名称（中文）",
    slug: "网址",
    slugHint: (slug: string) => `将位于 /c/${slug || "…"}`,
    kept: (slug: string) => `网址 /c/${slug} 保持不变。`,
    parentId: "上级分类",
    top: "无：作为顶级分类",
    missing: "必填。",
    noAddress: "需要英文字母或数字。",
  },
} satisfies Words<unknown>;

export const NewCategoryDialog = ({
  tree,
  onClose,
}: {
  tree: readonly StaffCategory[];
  onClose: () => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  // Made once: asked twice, there is one category.
  const [id] = useState(() => newId());
  const [draft, setDraft] = useState(emptyCategory);
  const [wasTried, setWasTried] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => createCategory(categoryRequest(id, draft, tree)),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: categoriesKey }),
  });
  const address = addressOf(draft);
  const isNamed = Boolean(draft["nameEn"]?.trim());
  const field = blamed(error);
  const isOfSlug = field === "slug";
  const set = (key: string) => (typed: string) => setDraft((now) => ({ ...now, [key]: typed }));
  return (
    <Dialog
      title={text.add}
      does={text.create}
      isBusy={isPending}
      error={isOfSlug ? undefined : error?.message}
      onDo={() => {
        setWasTried(true);
        if (isNamed && address) mutate();
      }}
      onClose={onClose}
    >
      <TextBox
        label={text.nameEn}
        isFirst
        error={wasTried && !isNamed ? text.missing : undefined}
        maxLength={300}
        value={draft["nameEn"] ?? ""}
        onType={set("nameEn")}
      />
      <TextBox
        label={text.nameZh}
        maxLength={300}
        value={draft["nameZh"] ?? ""}
        onType={set("nameZh")}
      />
      <TextBox
        label={text.slug}
        hint={text.slugHint(address)}
        error={
          isOfSlug ? error?.message : wasTried && isNamed && !address ? text.noAddress : undefined
        }
        className="in m"
        maxLength={100}
        value={draft["slug"] ?? ""}
        onType={set("slug")}
      />
      <ParentSelect tree={tree} value={draft["parentId"] ?? ""} onChoose={set("parentId")} />
    </Dialog>
  );
};

const ParentSelect = ({
  tree,
  value,
  onChoose,
}: {
  tree: readonly StaffCategory[];
  value: string;
  onChoose: (id: string) => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <Field label={text.parentId}>
      {(ids) => (
        <select
          {...ids}
          className="in"
          value={value}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value="">{text.top}</option>
          {tree
            .filter(({ level }) => level < levelMost)
            .map(({ id, name, level }) => (
              <option key={id} value={id}>
                {"\u2003".repeat(level)}
                {name[language] ?? name.en}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
};
/** The tree is ten levels deep at most: nothing stands beneath the tenth. */
const levelMost = 9;

const readOf = ({ name, revision }: StaffCategory) => ({
  draft: { nameEn: name.en, nameZh: name.zh ?? "" },
  revision,
});

export const RenameDialog = ({
  category,
  onClose,
}: {
  category: StaffCategory;
  onClose: () => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useQueryClient();
  const { id, name, description, slug } = category;
  const form = useSmallForm({
    read: readOf(category),
    readAgain: async () => readOf(await findCategory(id)),
    save: (mine, revision) => editCategory(id, { name: nameOf(mine), description }, revision),
    onSent: () => client.invalidateQueries({ queryKey: categoriesKey }),
    onDone: onClose,
  });
  const isNamed = Boolean(form.mine["nameEn"]?.trim());
  return (
    <Dialog
      title={text.rename(name[language] ?? name.en)}
      does={text.save}
      isReady={isNamed && form.clashes.length === 0}
      isBusy={form.isBusy}
      error={form.error?.message}
      onDo={() => void form.submit()}
      onClose={onClose}
    >
      {form.clashes.map((clash) => (
        <ClashView
          key={clash.key}
          clash={clash}
          name={clash.key === "nameZh" ? text.nameZh : text.nameEn}
          version={form.revision}
          onSettle={(takesTheirs) => form.settle(clash, takesTheirs)}
        />
      ))}
      <TextBox
        label={text.nameEn}
        isFirst
        error={isNamed ? undefined : text.missing}
        maxLength={300}
        value={form.mine["nameEn"] ?? ""}
        onType={(typed) => form.set("nameEn", typed)}
      />
      <TextBox
        label={text.nameZh}
        hint={text.kept(slug.en)}
        maxLength={300}
        value={form.mine["nameZh"] ?? ""}
        onType={(typed) => form.set("nameZh", typed)}
      />
    </Dialog>
  );
};
