/** Blanks that were typed instead of set, each with lines that show what is one and what is none. */
export const typedBlanks: readonly {
  readonly pattern: RegExp;
  readonly yes: readonly string[];
  readonly no: readonly string[];
}[] = [
  {
    // underlined gaps of a form
    pattern: /[_＿]{2,}/gu,
    yes: ["完成审计项目____个。", "＿＿＿＿年"],
    no: ["文件名 a_b 不变。"],
  },
  {
    // figures and names to come
    pattern: /(?<![A-Za-zＡ-Ｚａ-ｚ])(?:[×✕╳]{2,}|[XxＸｘ]{2,})(?![A-Za-zＡ-Ｚａ-ｚ])/gu,
    yes: ["XX县审计局", "完成××个项目", "20XX年", "ＸＸ万元"],
    no: ["3×5米", "XXL码", "Exxon", "X射线"],
  },
  {
    // notes of the writer to himself
    pattern:
      /[（(【[]\s?(?:待|此处|这里|请|需|尚未|暂未|暂)(?:再|另行?|进一步)?(?:补|填|核|定|缺|完善|更新|确认)[^（(【[）)】\]\n]{0,12}[）)】\]]/gu,
    yes: ["（待补充）", "【待核实】", "（此处填写数据）", "[请补充典型案例]", "(暂缺)", "（待定）"],
    no: ["（待遇按规定执行）", "（请示件）", "（需求侧）", "待补充完善的制度"],
  },
  {
    // a date without its figures
    pattern: /(?:[ \u3000]{1,8}年)?[ \u3000]{1,8}月[ \u3000]{1,8}日/gu,
    yes: ["2026年  月  日", "　　年　　月　　日"],
    no: ["2026年3月1日", "2026 年 3 月 1 日", "每月 5日"],
  },
];

/** The typed blanks of a text, in order. */
export function findTypedBlanks(text: string): readonly { readonly start: number; readonly end: number }[] {
  return typedBlanks
    .flatMap(({ pattern }) => [...text.matchAll(pattern)])
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .toSorted((one, other) => one.start - other.start);
}
