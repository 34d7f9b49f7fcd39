import { describe, expect, it } from "vitest";
import { facesOfFontconfig, facesOfRegistry, installedFaces } from "../../backend/fonts.ts";

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
