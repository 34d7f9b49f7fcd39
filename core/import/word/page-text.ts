/** Codes of fields that count pages, the numbers they give, and the words around them: 第 1 页 共 3 页, Page i of iii. */
const pageNumbers =
  /\\[*#@]?\s{0,4}[\w"]{0,40}|\b(?:(?:num|section)?pages?|of|mergeformat|arabic|roman|[ivxlc]{1,6})\b|[第共总页码一二三四五六七八九十百]/giu;

/** Whether headers and footers say more than the number of a page. */
export const holdsPageText = (text: string): boolean => /\p{L}{2}|[0-9]{4}/u.test(text.replaceAll(pageNumbers, " "));
