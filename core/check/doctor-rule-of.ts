import { inFullWidth } from "../repair/ordinal-marks.ts";
import type { Repair } from "../repair/repair.ts";
import type { DoctorRule } from "./rule.ts";
import { doctorRules } from "./rules/doctor-rules.ts";

const byId = new Map<string, DoctorRule>(doctorRules.map((rule) => [rule.id, rule]));

/** Which rule a repair of an ordinal's marks is about: the width of its brackets, a mark behind them, or another mark. */
function ordinalRule({ before, actions: [action] }: Repair): string {
  const number = action?.kind === "number" ? action.number : "";
  if (inFullWidth(before).startsWith(number)) {
    const behind = inFullWidth(before).slice(number.length);
    if (/^[、，.．]/u.test(behind)) return "PU-03";
    return before.startsWith(number) ? "PU-02.ordinal" : "PU-01.ordinal";
  }
  return "PU-02.ordinal";
}

/** The rule that a repair of the import doctor speaks for. */
export function doctorRuleOf(repair: Repair): DoctorRule | null {
  const { kind, actions } = repair;
  if (kind === "ordinal-marks") return byId.get(ordinalRule(repair)) ?? null;
  const isNought =
    kind === "full-width-characters" && actions.every((action) => "text" in action && /^〇+$/u.test(action.text));
  if (isNought) return byId.get("NU-04.width") ?? null;
  return (
    doctorRules.find((rule) => (rule.kinds as readonly string[]).includes(kind) && rule.id !== "NU-04.width") ?? null
  );
}
