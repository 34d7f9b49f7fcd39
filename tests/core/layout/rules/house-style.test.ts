import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviationsOf, gridText } from "../../../../core/layout/rules/deviations.ts";
import {
  boldableLevels,
  headingStops,
  houseLimits,
  houseStyleSchema,
  pageNumberForms,
  pageNumberPlaces,
  standardStyle,
} from "../../../../core/layout/rules/house-style.ts";
import { houseStyleText, parseHouseStyleFile } from "../../../../core/layout/rules/house-style-file.ts";
import { layoutOf, standardLayout } from "../../../../core/layout/rules/layout.ts";
import { AppError } from "../../../../core/result.ts";

const grid = (change: object): string => gridText(layoutOf({ ...standardStyle, ...change }));
const names = (change: object): readonly string[] =>
  deviationsOf({ ...standardStyle, ...change }).map(({ name }) => name);

/** Every number on its step between its limits. */
const numbers = Object.fromEntries(
  Object.entries(houseLimits).map(([name, { min, max, step }]) => [
    name,
    fc
      .integer({ min: Math.ceil(min / step - 1e-6), max: Math.floor(max / step + 1e-6) })
      .map((steps) => Number((steps * step).toFixed(2))),
  ]),
);
const styles = fc.record({
  ...numbers,
  boldLevels: fc.subarray([...boldableLevels]),
  headingStop: fc.constantFrom(...headingStops),
  pageNumberForm: fc.constantFrom(...pageNumberForms),
  pageNumberPlace: fc.constantFrom(...pageNumberPlaces),
  isLastPageEven: fc.boolean(),
});

describe("本单位版式", () => {
  it("is the standard as long as nothing is changed, with 22 lines of 28 characters and nothing to say", () => {
    expect(gridText(standardLayout)).toBe("每页 22 行，每行 28 字");
    expect(deviationsOf(standardStyle)).toEqual([]);
  });

  it("works out what a line pitch and a character spacing do to the 22 lines and 28 characters", () => {
    expect(grid({ linePitchPt: 28 })).toBe("每页 22 行，每行 28 字");
    expect(grid({ linePitchPt: 29 })).toBe("每页 21 行，每行 28 字");
    expect(grid({ linePitchPt: 30 })).toBe("每页 21 行，每行 28 字");
    expect(grid({ linePitchPt: 26 })).toBe("每页 24 行，每行 28 字");
    expect(grid({ characterSpacingPt: 0 })).toBe("每页 22 行，每行 27 字");
    expect(grid({ characterSpacingPt: 0.5 })).toBe("每页 22 行，每行 26 字");
  });

  it("lists what it has otherwise than the standard, each with clause and strength", () => {
    expect(names({ linePitchPt: 28 })).toEqual(["每页行数"]);
    expect(deviationsOf({ ...standardStyle, linePitchPt: 28 })[0]).toMatchObject({
      standard: "撑满版心",
      clause: "5.2.3",
      strength: "一般",
    });
    expect(names({ characterSpacingPt: 0, boldLevels: [3, 2] })).toEqual(["每行字数", "标题加粗"]);
    expect(deviationsOf({ ...standardStyle, boldLevels: [3, 2] })[0]?.house).toBe("二级标题、三级标题加粗");
    expect(deviationsOf({ ...standardStyle, pageNumberForm: "hyphens" })[0]).toMatchObject({
      ...{ standard: "— 1 —", house: "- 1 -", clause: "7.5", strength: "一般" },
    });
    expect(deviationsOf({ ...standardStyle, westernFace: "times" })[0]).toMatchObject({ strength: "实务" });
  });

  it("counts margins within their tolerance, and names of the right class, as the standard", () => {
    expect(names({ marginTopMm: 36, marginLeftMm: 29 })).toEqual([]);
    expect(names({ faces: { ...standardStyle.faces, fangsong: "仿宋" } })).toEqual([]);
    expect(names({ faces: { ...standardStyle.faces, xiaobiaosong: "华文中宋" } })).toEqual(["标题字体"]);
  });

  it("refuses what lies beyond its limits, is no whole twip, or is a face of another class", () => {
    const refuses = (change: object): boolean => !houseStyleSchema.safeParse({ ...standardStyle, ...change }).success;
    expect(refuses({ marginTopMm: 35.9 })).toBe(true);
    expect(refuses({ linePitchPt: 28.93 })).toBe(true);
    expect(refuses({ linePitchPt: 40 })).toBe(true);
    expect(refuses({ faces: { ...standardStyle.faces, fangsong: "黑体" } })).toBe(true);
    expect(refuses({ colour: "red" })).toBe(true);
    expect(refuses({ linePitchPt: 28.95, characterSpacingPt: -0.3 })).toBe(false);
  });

  it("keeps the type area, and fills it with no more lines and characters than it has room for", () => {
    fc.assert(
      fc.property(styles, (given) => {
        const layout = layoutOf(houseStyleSchema.parse(given));
        expect(layout.marginLeftMm + 156 + layout.marginRightMm).toBeCloseTo(210);
        expect(layout.marginTopMm + 225 + layout.marginBottomMm).toBeCloseTo(297);
        const { typeAreaHeight, typeAreaWidth, linePitch } = layout.frameTwips;
        expect(layout.linesPerPage * linePitch).toBeLessThanOrEqual(typeAreaHeight);
        expect((layout.linesPerPage + 1) * linePitch).toBeGreaterThan(typeAreaHeight);
        const width = layout.charactersPerLine * 320 + (layout.charactersPerLine - 1) * layout.characterSpacingPt * 20;
        expect(width).toBeLessThanOrEqual(typeAreaWidth);
      }),
    );
  });

  it("comes back from its file as it was", () => {
    fc.assert(
      fc.property(styles, (given) => {
        const style = houseStyleSchema.parse(given);
        expect(parseHouseStyleFile(JSON.parse(houseStyleText(style))).style).toEqual(style);
      }),
    );
  });

  it("names a file of a newer program, of another kind, or beyond the limits", () => {
    const codeOf = (json: unknown): string => {
      try {
        parseHouseStyleFile(json);
        return "";
      } catch (error) {
        return error instanceof AppError ? error.code : "bug";
      }
    };
    const file = JSON.parse(houseStyleText(standardStyle)) as object;
    expect(codeOf({ ...file, version: 2 })).toBe("report-newer-version");
    expect(codeOf({ ...file, format: "nianbao-report" })).toBe("style-invalid");
    expect(codeOf({ ...file, style: { linePitchPt: 99 } })).toBe("style-invalid");
    expect([null, 3, "版式", [], {}].map(codeOf)).toEqual(Array(5).fill("style-invalid"));
  });
});
