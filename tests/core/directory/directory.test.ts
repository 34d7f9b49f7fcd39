import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DirectoryEntry,
  emptyDirectory,
  entriesSchema,
  MOST_DIRECTORY_ENTRIES,
  readDirectory,
} from "../../../core/directory/directory.ts";
import { entriesOfRows, rowsOfDirectory } from "../../../core/directory/directory-rows.ts";
import { directoryChanges, withDirectoryChanges } from "../../../core/directory/merge-entries.ts";
import { AppError } from "../../../core/result.ts";

const own: DirectoryEntry = {
  kind: "organ",
  name: "青石县审计局",
  short: "县审计局",
  others: ["我局"],
  isOwn: true,
};
const leader: DirectoryEntry = { kind: "person", name: "郑海", post: "党组书记、局长" };

describe("名录 as rows of a sheet", () => {
  it("reads its columns in any order, below a title, by the words that bureaus use", () => {
    const read = entriesOfRows([
      ["青石县机关名录", "", ""],
      ["规范化简称", "单位全称", "是否本单位"],
      ["县财政局", "青石县财政局", ""],
      ["", "", ""],
      ["县审计局", "青石县审计局", "是"],
    ]);
    expect(read).toEqual({
      entries: [
        { kind: "organ", name: "青石县财政局", short: "县财政局", others: [], isOwn: false },
        { ...own, others: [] },
      ],
      problems: [],
    });
  });

  it("takes a sheet of 姓名 and 职务 for people, and one of 科室 for departments", () => {
    expect(
      entriesOfRows([
        ["序号", "姓 名", "职务（现任）"],
        ["1", "郑海", "党组书记、局长"],
      ])?.entries,
    ).toEqual([leader]);
    expect(entriesOfRows([["科室名称"], ["法规股"]])?.entries).toEqual([
      { kind: "department", name: "法规股", short: "", others: [] },
    ]);
  });

  it("tells which rows it cannot take, by their numbers, and takes the others", () => {
    const read = entriesOfRows([
      ["类别", "名称", "简称"],
      ["单位", "", "县财政局"],
      ["动物", "青石县财政局", ""],
      ["单位", "青石县民政局", ""],
      ["单位", "长".repeat(101), ""],
    ]);
    expect(read?.entries.map(({ name }) => name)).toEqual(["青石县民政局"]);
    expect(read?.problems.map(({ row, message }) => `${row} ${message.slice(0, 9)}`)).toEqual([
      "2 没有名称。",
      "3 类别“动物”认不出",
      `5 “${"长".repeat(8)}`,
    ]);
  });

  it("has no use for a sheet without a heading that names anything", () => {
    expect(
      entriesOfRows([
        ["甲", "乙"],
        ["青石县财政局", "县财政局"],
      ]),
    ).toBeNull();
  });

  const words = fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9]{1,12}$/u);
  const names = fc.uniqueArray(words, { maxLength: 4 });
  const entry = fc.oneof(
    fc.record({ kind: fc.constant("person" as const), name: words, post: words }),
    fc.record({ kind: fc.constant("department" as const), name: words, short: fc.constant(""), others: names }),
    fc.record({ kind: fc.constant("organ" as const), name: words, short: words, others: names, isOwn: fc.boolean() }),
  );

  it("comes back from its rows as it was", () => {
    fc.assert(
      fc.property(fc.uniqueArray(entry, { maxLength: 12, selector: ({ kind, name }) => kind + name }), (entries) => {
        const clean = entries.map((one) =>
          "others" in one
            ? { ...one, others: one.others.filter((other) => other !== one.name && other !== one.short) }
            : one,
        );
        const read = entriesOfRows(rowsOfDirectory(clean));
        const order = (list: readonly DirectoryEntry[]) => list.map((one) => JSON.stringify(one)).sort();
        expect(read?.problems).toEqual([]);
        // keys stand in an order of their own
        expect(order((read?.entries ?? []).map((one) => entriesSchema.parse([one])[0] ?? one))).toEqual(
          order(clean.map((one) => entriesSchema.parse([one])[0] ?? one)),
        );
      }),
    );
  });
});

describe("taking entries into 名录", () => {
  it("adds what is new, changes what says more, and leaves what says the same or less", () => {
    const changes = directoryChanges(
      [own, leader],
      [
        { ...own, short: "", others: ["本局"], isOwn: false },
        { ...leader, post: "" },
        { kind: "person", name: "王敏", post: "副局长" },
      ],
    );
    expect(changes).toEqual([
      { kind: "change", before: own, after: { ...own, others: ["我局", "本局"] } },
      { kind: "add", after: { kind: "person", name: "王敏", post: "副局长" } },
    ]);
    expect(withDirectoryChanges([own, leader], changes.slice(0, 1))).toEqual([
      { ...own, others: ["我局", "本局"] },
      leader,
    ]);
  });

  it("keeps a short form that gives way to another among the names", () => {
    const [change] = directoryChanges([own], [{ ...own, short: "青石审计局" }]);
    expect(change?.after).toMatchObject({ short: "青石审计局", others: ["我局", "县审计局"] });
  });
});

describe("the file of 名录", () => {
  it("of a newer program is refused by name", () => {
    expect(() => readDirectory({ ...emptyDirectory, version: 2, more: true })).toThrow(AppError);
  });

  it("holds each name of a kind once, and no more than a bureau has use for", () => {
    const wrong = [own, { ...own, short: "" }];
    expect(entriesSchema.safeParse(wrong).success).toBe(false);
    const many = Array.from({ length: MOST_DIRECTORY_ENTRIES + 1 }, (_, index) => ({ ...leader, name: `郑${index}` }));
    expect(entriesSchema.safeParse(many).success).toBe(false);
    expect(entriesSchema.safeParse(many.slice(1)).success).toBe(true);
  });
});
