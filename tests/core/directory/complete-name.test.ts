import { describe, expect, it } from "vitest";
import { nameCompleter } from "../../../core/directory/complete-name.ts";

const complete = nameCompleter([
  { kind: "organ", name: "青石县财政局", short: "县财政局", others: ["财政局"], isOwn: false },
  { kind: "organ", name: "青石县审计局", short: "县审计局", others: ["我局"], isOwn: true },
  { kind: "person", name: "欧阳明月", post: "党组书记、局长" },
]);
const names = (before: string, after = "") => complete({ before, after }).map(({ name, typed }) => `${name} ${typed}`);

describe("a name of 名录", () => {
  it("is offered from its second character, with what is typed already", () => {
    expect(names("会同县")).toEqual([]);
    expect(names("会同县财")).toEqual(["县财政局 2"]);
    expect(names("会同青石县")).toEqual(["青石县财政局 3", "青石县审计局 3"]);
  });

  it("begins as early as it can: the full name before the short one in it", () => {
    expect(names("会同青石县财政")).toEqual(["青石县财政局 5"]);
  });

  it("is no longer offered once it stands there, typed or behind the cursor", () => {
    expect(names("会同青石县财政局")).toEqual([]);
    expect(names("会同县财", "政局开展")).toEqual([]);
  });

  it("of a person comes with the post, and alone", () => {
    expect(names("欧阳")).toEqual(["欧阳明月 2"]);
    expect(names("由党组书")).toEqual(["党组书记、局长欧阳明月 3"]);
    expect(complete({ before: "欧阳", after: "" })[0]?.note).toBe("党组书记、局长");
  });

  it("is found in no more time in a long list", () => {
    const many = nameCompleter(
      Array.from({ length: 5000 }, (_, index) => ({ kind: "person" as const, name: `赵${index}号`, post: "" })),
    );
    expect(many({ before: "由赵49", after: "" }).length).toBe(5);
  });
});
