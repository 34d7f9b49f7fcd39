import { chooseRules, rulesOn } from "../../core/check/choose-rules.ts";
import type { Rule } from "../../core/check/rule.ts";
import { AppError } from "../../core/result.ts";
import type { Arguments } from "./command.ts";
import type { HouseOfComputer } from "./house-of-computer.ts";

/**
 * The rules that are asked for; without a word those that the house has on.
 * @throws AppError argument-invalid
 */
export function rulesOf({ values }: Arguments, { settings }: Pick<HouseOfComputer, "settings">): readonly Rule[] {
  const given = values.get("rules");
  if (given === undefined) return rulesOn(settings.checkRules);
  const words = given.split(/[,，、\s]+/u).filter((word) => word !== "");
  if (words.length === 0) throw new AppError("argument-missing", { option: "--rules" });
  const chosen = chooseRules(words);
  if (!("unknown" in chosen)) return chosen;
  const reason = "没有这条规则，可以写 default、all 或规则编号，如 PU-01,NU-12";
  throw new AppError("argument-invalid", { option: "--rules", value: chosen.unknown, reason });
}
