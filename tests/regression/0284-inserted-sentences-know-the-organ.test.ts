import { expect, it } from "vitest";
import { markSentence } from "../../core/rollover/mark-sentence.ts";
import { organNamesOf } from "../../core/rollover/organ-names.ts";

const words = "2024年，云岭县审计局共完成审计项目36个。";
const insert = (organs: readonly string[]) =>
  markSentence(
    { kind: "paragraph", role: "body", content: [{ kind: "text", text: words }] },
    { block: 0, start: 0, end: words.length },
    { fromYear: 2024, toYear: 2025 },
    "in",
    organs,
  ).facts.find(({ kind }) => kind === "year")?.proposed;

it("a sentence that names its own organ is the organ's own, told by the title or 公文要素", () => {
  const none = { issuingOrgan: "", signatories: [] };
  expect(insert(organNamesOf("云岭县审计局2024年工作总结", none))).toBe("2025年");
  expect(insert(organNamesOf("工作总结", { ...none, issuingOrgan: "云岭县审计局" }))).toBe("2025年");
  expect(insert(organNamesOf("青溪县司法局2024年工作总结", none))).toBeNull();
});
