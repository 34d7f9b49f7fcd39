import type { TextView } from "./text-view.ts";
import type { Finder, Token } from "./token.ts";
import { matches } from "./token.ts";

/** Words before the letters of an organ in running text: 根据金法政〔2023〕1号. */
const leadIn =
  /^.*(?:根据|按照|依据|依照|落实|贯彻|印发|出台|制定|转发|收到|经|以|的|了|(?<!共)和|及|与|文件|见|下发|执行|通知)/u;
const bracketed =
  /[\p{Script=Han}]{0,10}[〔［[（(【](?:19|20)\d{2}[〕］\])）】]\s*第?\s*\d+\s*号|(?:19|20)\d{2}年第\s*\d+\s*号(?:公告|通报|令)?/gu;

/** 国务院令第711号 */
const order = /[\p{Script=Han}]{0,18}令\s*第\s*\d+\s*号|[\p{Script=Han}]{0,18}第\s*\d+\s*号令/gu;
/** 案号: （2023）某01行终15号 */
const courtCase = /[〔（(]\s*(?:19|20)\d{2}\s*[〕）)]\s*[\p{Script=Han}]{1,2}\d{0,4}[\p{Script=Han}]{1,4}\d+\s*号/gu;

/** 发文字号: 金法政〔2023〕1号, with whatever brackets they are typed; numbers of orders and of cases at court. */
export const findDocumentNumbers: Finder = (view) => (view.text.includes("号") ? documentNumbersIn(view) : []);

const documentNumbersIn = (view: TextView): readonly Token[] => [
  ...matches(view, "docNumber", courtCase),
  ...[bracketed, order]
    .flatMap((pattern) => matches(view, "docNumber", pattern))
    .map((token) => {
      const text = view.text.slice(token.start, token.end);
      const head = /^[\p{Script=Han}]*/u.exec(text)?.[0] ?? "";
      return { ...token, start: token.start + (leadIn.exec(head)?.[0].length ?? 0) };
    }),
];
