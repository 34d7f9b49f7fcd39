import { expect, it } from "vitest";
import { emptyTally } from "../../core/import/word/document-items.ts";
import { createFieldDrawer } from "../../core/import/word/drawn-fields.ts";
import { createFields, fullTrust } from "../../core/import/word/fields.ts";
import { wordWarnings } from "../../core/import/word/word-warnings.ts";

function read(code: readonly string[], result = "") {
  const tally = emptyTally();
  const fields = createFields(tally, fullTrust, createFieldDrawer(tally));
  fields.begin();
  code.forEach(fields.addCode);
  fields.separate();
  fields.show(result);
  return { drawn: fields.end(), tally };
}

it.each([["at once"], ["in pieces"]])("a formula that is too long, given %s, is cut and told", (how) => {
  const numbers = Array.from({ length: 2000 }, (_, index) => `${index}`).join("+");
  const code = `EQ \\f(${numbers},2)`;
  const { drawn, tally } = read(how === "at once" ? [code] : (code.match(/[^]{1,50}/gu) ?? []));
  expect(drawn.length).toBeGreaterThan(3000);
  expect(tally.cutFields).toBe(1);
  const told = wordWarnings(tally, { damagedParts: 0, comments: 0, hasMacros: false, hasPageText: false });
  expect(told.map(({ code: id }) => id)).toContain("docx-cut-fields");
});

it("says nothing of a code that fits, shows nothing, or stands beside what it shows", () => {
  expect(read(["EQ \\f(3,4)"]).tally.cutFields).toBe(0);
  expect(read([`HYPERLINK "${"a".repeat(6000)}"`]).tally.cutFields).toBe(0);
  expect(read([`EQ \\f(${"1".repeat(6000)},2)`], "四分之三").tally.cutFields).toBe(0);
});
