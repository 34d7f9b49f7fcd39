import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createFaces } from "../../backend/faces/create-faces.ts";
import { programFolders } from "../../backend/program-folder.ts";
import { chineseFaceName } from "../../core/layout/fonts.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { inspectDamaged, rowOf } from "../backend/inspect/inspected-export.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const own = (name: string) => ({ path: join(programFolders.faces, `nianbao-${name}.ttf`), index: 0 });
const code = (character: string): number => character.codePointAt(0) ?? 0;

describe("版面体检单 names faces as writers know them", () => {
  it("says of no row the name that a file has inside", async () => {
    const text = paragraph("各处室要把推进法治建设列入重要日程，确保各项要求落到实处。".repeat(40));
    const inspection = await inspectDamaged(
      sampleReport([title("关于工作的报告"), heading(1, "工作要点"), heading(2, "重点"), text]),
    );
    const { rows } = inspection;
    for (const { id, measured } of rows) expect([id, measured].join("：")).not.toMatch(/-Regular|Nianbao|Noto|LXGW/u);
    expect(rowOf(inspection, "page-number-face").measured).toBe("程序自带的宋体");
    expect(rowOf(inspection, "faces-substituted").measured).toContain("标题：方正小标宋简体 以程序自带的粗宋体代替");
  });

  it("gives an installed face its Chinese name, whichever name it was found by", () => {
    const installed = new Map([["SimHei", own("kai")]]);
    const faces = createFaces({ installed, ownFolder: programFolders.faces, style: standardStyle });
    const { face } = faces.setCharacter("songti", code("国"));
    expect(faces.wordsFor(faces.postScriptNameOf(face))).toBe("程序自带的宋体");
    expect(faces.wordsFor("Unknown-Face")).toBe("Unknown-Face");
    expect(["FangSong", "仿宋", "FZXiaoBiaoSong-B05S", "STSong", "Times New Roman"].map(chineseFaceName)).toEqual([
      "仿宋",
      "仿宋",
      "方正小标宋简体",
      "华文宋体",
      "Times New Roman",
    ]);
  });
});
