/** Id of a rule: `PU-01`, or with its kind behind a point, `TY-3.bookmark`. */
export type RuleId = string;

/** What rules are about, by the letters their ids begin with; in the order in which a writer reads them. */
export const ruleKinds = {
  TY: "文字",
  PH: "提法和称呼",
  NU: "数字和日期",
  SEQ: "序号",
  ST: "结构和要素",
  PU: "标点",
  RP: "重复",
  PR: "公开前核对",
} as const satisfies Readonly<Record<string, string>>;
export type RuleKind = keyof typeof ruleKinds;

const isKind = (letters: string): letters is RuleKind => Object.hasOwn(ruleKinds, letters);

/** The kind of a rule by its id. */
export function kindOfRule(id: RuleId): RuleKind {
  const letters = id.split("-")[0] ?? "";
  return isKind(letters) ? letters : "TY";
}
