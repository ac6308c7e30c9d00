import type { ProductStatus } from "@wares/contracts";
import type { Words } from "../shell/language.tsx";

export const productStatusWords: Words<Record<ProductStatus, string>> = {
  en: { Draft: "Draft", Active: "Active", Inactive: "Hidden", Discontinued: "Discontinued" },
  zh: { Draft: "草稿", Active: "在售", Inactive: "已隐藏", Discontinued: "停售" },
};

export const formWords = {
  en: {
    "name.en": "Name",
    "name.zh": "Name, Chinese",
    "description.en": "Description",
    "description.zh": "Description, Chinese",
    "attributes.en": "Specification",
    "attributes.zh": "Specification, Chinese",
    brand: "Brand",
    categoryId: "Category",
    status: "Status",
    price: "Price",
    sale: "Sale price",
    missing: "Needed.",
    notPrice: "Not a price.",
    halfSale: "A sale needs every currency.",
    badLine: (line: number) => `Line ${line}: write “Name: value”.`,
  },
  zh: {
    "name.en": "名称（英文）",
    "name.zh": "名称（中文）",
    "description.en": "描述（英文）",
    "description.zh": "描述（中文）",
    "attributes.en": "规格（英文）",
    "attributes.zh": "规格（中文）",
    brand: "品牌",
    categoryId: "分类",
    status: "状态",
    price: "价格",
    sale: "促销价",
    missing: "必填。",
    notPrice: "不是有效的价格。",
    halfSale: "促销需要填写所有币种。",
    badLine: (line: number) => `第 ${line} 行：请写“名称: 值”。`,
  },
} satisfies Words<unknown>;
