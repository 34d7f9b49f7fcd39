import { valueOf } from "./year-value.ts";

/** 2025年, ２０２５年, 2025上半年, 二〇二五年. */
const yearNamed =
  /(?<!\d)(?:19|20)\d{2}(?=\s?(?:年|[上下]半年|第?[一二三四1-4]季度))|(?<![一二三四五六七八九〇])[一二][〇○零oO0九][〇○零oO0一二三四五六七八九]{2}(?=年)/gu;
const FULL_TO_HALF_WIDTH = 0xfee0;
const halfWidth = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_TO_HALF_WIDTH));

/** The years that a text names, in digits or in characters, in its order. */
export const yearsNamed = (text: string): readonly number[] =>
  Array.from(halfWidth(text).matchAll(yearNamed), ([year]) => valueOf(year));
