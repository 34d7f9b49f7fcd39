import { describe, expect, it } from "vitest";
import { facesOfFontconfig, facesOfRegistry, installedFaces } from "../../backend/fonts.ts";
import { describeFonts } from "../../backend/pdf/fonts.ts";

describe("the faces of this computer", () => {
  it("are read from the Windows registry", () => {
    const listing = [
      "",
      "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts",
      "    宋体 & 新宋体 (TrueType)    REG_SZ    simsun.ttc",
      "    方正小标宋简体 (TrueType)    REG_SZ    C:\\Fonts\\FZXBSJW.TTF",
      "    FangSong (TrueType)    REG_SZ    simfang.ttf",
      "",
    ].join("\r\n");
    expect(facesOfRegistry(listing)).toEqual(["宋体", "新宋体", "方正小标宋简体", "FangSong"]);
  });

  it("are read from fontconfig, in all their languages", () => {
    const listing = "FangSong,仿宋\nNoto Serif CJK SC\nA\\-B\n";
    expect(facesOfFontconfig(listing).filter((name) => name !== "")).toEqual([
      "FangSong",
      "仿宋",
      "Noto Serif CJK SC",
      "A-B",
    ]);
  });

  it("are asked for without an error, wherever the program runs", async () => {
    expect([...(await installedFaces())].every((name) => name.length > 0)).toBe(true);
  });
});

describe("the report of used faces", () => {
  it("names the best installed face of each class, and the own one where there is none", () => {
    const fonts = describeFonts(["仿宋", "仿宋_GB2312", "SimHei"]);
    expect(fonts.find(({ role }) => role === "fangsong")).toMatchObject({ used: "仿宋_GB2312", substituted: false });
    expect(fonts.find(({ role }) => role === "heiti")).toMatchObject({ used: "SimHei", substituted: false });
    expect(fonts.find(({ role }) => role === "kaiti")).toMatchObject({ used: "LXGW WenKai", substituted: true });
  });
});
