import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { breakLines, type BrokenLine } from "../../../../core/layout/lines/break-lines.ts";
import { layoutHabits, type LayoutProgram } from "../../../../core/layout/lines/layout-program.ts";
import { lineWidthTwips, placeLine } from "../../../../core/layout/lines/place-line.ts";
import { setText, type SetText, type TextLook } from "../../../../core/layout/lines/set-text.ts";
import { testFaces } from "./test-faces.ts";

const look: TextLook = { role: "fangsong", sizeTwips: 320, spacingTwips: -5, riseTwips: 0, bold: false };
/** 28 characters and a little more. */
const MEASURE = 8835;
const INDENT = 630;
const measures = { firstTwips: MEASURE - INDENT, restTwips: MEASURE };
const flush = { firstTwips: MEASURE, restTwips: MEASURE };

function set(text: string, program: LayoutProgram = "libreoffice"): SetText {
  return setText([{ text, look }], {
    faces: testFaces,
    scriptSpaceEm: layoutHabits[program].scriptSpaceEm,
    tabStopTwips: 630,
    firstIndentTwips: INDENT,
  });
}
const words = (text: SetText, { start, end }: BrokenLine): string => text.characters.slice(start, end).join("");
function linesOf(text: string, where = flush): readonly string[] {
  const laid = set(text);
  return breakLines(laid, where).map((line) => words(laid, line));
}

const han = (count: number): string => "法".repeat(count);

describe("breaking a paragraph into lines", () => {
  it("sets 28 characters a line, two fewer on the first", () => {
    expect(linesOf(han(60), measures).map((line) => line.length)).toEqual([26, 28, 6]);
  });

  it("lets one closing mark hang", () => {
    expect(linesOf(`${han(28)}，${han(3)}`)).toEqual([`${han(28)}，`, han(3)]);
    expect(linesOf(`${han(28)}。`)).toEqual([`${han(28)}。`]);
  });

  it("moves a mark that may not hang with the character before it", () => {
    expect(linesOf(`${han(28)}）${han(3)}`)).toEqual([han(27), `法）${han(3)}`]);
    // what follows the mark may not begin a line either
    expect(linesOf(`“${han(27)}。”${han(3)}`)).toEqual([`“${han(26)}`, `法。”${han(3)}`]);
    // behind a Western word the word moves whole
    expect(linesOf(`${han(26)}70%，${han(3)}`)).toEqual([han(26), `70%，${han(3)}`]);
  });

  it("never leaves an opening mark at a line's end", () => {
    expect(linesOf(`${han(27)}《办法》`)).toEqual([han(27), "《办法》"]);
    expect(linesOf(`${han(26)}《“办法”》`)).toEqual([han(26), "《“办法”》"]);
  });

  it("keeps —— together and splits ……", () => {
    expect(linesOf(`${han(27)}——${han(2)}`)).toEqual([han(27), `——${han(2)}`]);
    expect(linesOf(`${han(27)}……${han(2)}`)).toEqual([`${han(27)}…`, `…${han(2)}`]);
  });

  it("breaks Western words only behind hyphens, behind slashes before a letter, and around dashes", () => {
    expect(linesOf(`${han(25)}GB/T9704`)).toEqual([`${han(25)}GB/`, "T9704"]);
    expect(linesOf(`${han(26)}2023/24`)).toEqual([han(26), "2023/24"]);
    expect(linesOf(`${han(25)}well-known`)).toEqual([`${han(25)}well-`, "known"]);
    expect(linesOf(`${han(25)}2023年`)).toEqual([`${han(25)}2023`, "年"]);
  });

  it("keeps a sign with its number, and breaks an address behind a slash, ? and !", () => {
    expect(linesOf(`${han(27)}≤15${han(2)}`)).toEqual([han(27), `≤15${han(2)}`]);
    expect(linesOf(`${han(25)}abc?dd`)).toEqual([`${han(25)}abc?`, "dd"]);
    expect(linesOf(`${han(25)}abc!dd`)).toEqual([`${han(25)}abc!`, "dd"]);
    expect(linesOf(`${han(26)}v2/2a`)).toEqual([han(26), "v2/2a"]);
    expect(linesOf(`${han(26)}vv/2a`)).toEqual([`${han(26)}vv/`, "2a"]);
    // a letter that does not fit holds on to its slash
    expect(linesOf(`${han(26)}GB/T9704`)).toEqual([han(26), "GB/T9704"]);
  });

  it("lets % begin a line behind a bracket, and a mark hang behind such a %", () => {
    expect(linesOf(`${han(27)}】%，${han(2)}`)).toEqual([`${han(27)}】`, `%，${han(2)}`]);
    expect(linesOf(`【${han(26)}】%，${han(2)}`)).toEqual([`【${han(26)}】`, `%，${han(2)}`]);
    expect(linesOf(`${han(26)}】%%，${han(2)}`)).toEqual([`${han(26)}】%%，`, han(2)]);
    expect(linesOf(`${han(26)}】15，${han(2)}`)).toEqual([`${han(26)}】`, `15，${han(2)}`]);
  });

  it("cuts a word that is longer than a line", () => {
    const lines = linesOf(`${han(3)}${"a".repeat(130)}`);
    expect(lines[0]).toBe(han(3));
    expect(lines.join("")).toBe(`${han(3)}${"a".repeat(130)}`);
    expect(lines.slice(1).every((line) => line.length > 0 && line.length <= 57)).toBe(true);
  });

  it("lets spaces run out into the margin", () => {
    expect(linesOf(`${han(28)}  ${han(2)}`)).toEqual([`${han(28)}  `, han(2)]);
  });

  it("leaves the writer's own line breaks out and never widens the line before one", () => {
    const laid = set("第一行\n第二行");
    expect(breakLines(laid, flush).map((line) => [words(laid, line), line.isLast])).toEqual([
      ["第一行", true],
      ["第二行", true],
    ]);
  });

  it("puts the space between scripts beside letters, digits and ideographs alone", () => {
    const width = (text: string, program: LayoutProgram): number => {
      const laid = set(text, program);
      return lineWidthTwips(laid, breakLines(laid, flush)[0] as BrokenLine);
    };
    const spaces = (text: string, without: string): number =>
      width(text, "word") - width(text, "libreoffice") - (width(without, "word") - width(without, "libreoffice"));
    expect(spaces("共2项", "共项")).toBeCloseTo(2 * 0.05 * 320);
    expect(spaces("共%项", "共项")).toBeCloseTo(0);
    expect(spaces("共，2", "共，")).toBeCloseTo(0);
  });

  it("counts the spacing within a portion and not behind its last character", () => {
    const laid = set("共2026项");
    const [line] = breakLines(laid, flush);
    expect(lineWidthTwips(laid, line as BrokenLine)).toBeCloseTo(2 * 320 + 4 * 160 - 3 * 5 + 2 * 64);
  });
});

/** Marks, digits, words and spaces as texts have them, and as none has. */
const pieces = fc.constantFrom(
  ..."法治建设，。、；：！？“”‘’（）《》【】—…·％‰℃￥%-/,.()[]′～々〉12aZ 　\t\n𠀀é\u200d＋±".split(/(?:)/u),
  "——",
  "……",
  "2026年",
  "https://example.cn/a-b?c=1",
  "“”",
  "，，，，，，，，，，，，，，，，，，，，，，，，，，，，，，，，",
);
const texts = fc.array(pieces, { maxLength: 150 }).map((parts) => parts.join(""));

const closing = /^[。，、；：！？,.:;!?”’）》〉】〕」』～·々)\]}′-]/u;
const opening = /[“‘（《〈【〔「『([{￥]$/u;

describe("the lines of any text", () => {
  it("hold every character once and in order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(linesOf(text, measures).join("")).toBe(text.replaceAll("\n", ""));
      }),
    );
  });

  it("begin and end with no forbidden mark where another break is possible", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const laid = set(text);
        breakLines(laid, measures).forEach((line, index, lines) => {
          const before = lines[index - 1];
          if (before === undefined || before.isLast) return;
          if (laid.mayBegin[line.start] !== 1 && !laid.characters[line.start - 1]?.match(/\s/u)) {
            // cut: nothing in the line before it could have been the break
            expect(laid.mayBegin.slice(before.start + 1, line.start).includes(1)).toBe(false);
            return;
          }
          if (/\s$/u.test(words(laid, before))) return;
          expect(closing.test(words(laid, line))).toBe(false);
          expect(opening.test(words(laid, before))).toBe(false);
        });
      }),
    );
  });

  it("are never wider than the measure and one hanging mark", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("word", "libreoffice"), (text, program) => {
        const laid = set(text, program);
        breakLines(laid, measures).forEach((line, index) => {
          const measure = index === 0 ? measures.firstTwips : measures.restTwips;
          expect(lineWidthTwips(laid, line)).toBeLessThanOrEqual(measure + 1);
          if (line.hangs) expect("。，、；：！？,.:;!?").toContain(laid.characters[line.visibleEnd - 1]);
        });
      }),
    );
  });

  it("fill the measure when they are justified and stay left where they are not", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const laid = set(text);
        for (const line of breakLines(laid, flush)) {
          const place = { leftTwips: 1000, measureTwips: MEASURE, alignment: "justify" } as const;
          const runs = placeLine(laid, line, place);
          const xs = runs.flatMap(({ xPt }) => xPt);
          expect(runs.map((run) => run.text).join("")).toBe(words(laid, line).replaceAll("\t", " "));
          expect(xs[0] ?? 50).toBeCloseTo(50);
          for (const [index, x] of xs.entries())
            if (index > 0) expect(x).toBeGreaterThanOrEqual((xs[index - 1] ?? 0) - 0.01);
          const last = line.visibleEnd - (line.hangs ? 1 : 0) - 1;
          const hasGap = laid.isWestern.slice(line.start, last).includes(0);
          if (line.isLast || !hasGap || last < line.start) continue;
          expect((xs[last - line.start] ?? 0) + (laid.advances[last] ?? 0) / 20).toBeCloseTo((1000 + MEASURE) / 20, 1);
        }
      }),
    );
  });

  it.each(["，", "“", "a", "—", " ", "\u200d", "法，", "a-", "“a"])(
    "look at each character a bounded number of times, for %j again and again",
    (part) => {
      const laid = set(part.repeat(20_000));
      let looks = 0;
      const counted = <T extends object>(list: T): T =>
        new Proxy(list, {
          get: (target, key) => {
            looks += 1;
            return Reflect.get(target, key) as unknown;
          },
        });
      const { edges, mayBegin, classes } = laid;
      const watched = {
        ...laid,
        edges: counted(edges),
        mayBegin: counted(mayBegin),
        classes: counted(classes),
      };
      expect(breakLines(watched, flush).length).toBeGreaterThan(0);
      expect(looks).toBeLessThan(12 * laid.length);
    },
  );
});
