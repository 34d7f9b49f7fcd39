import type { FontRole } from "./font-role.ts";

/**
 * GB/T 9704-2012 names classes of faces, not products. For each class: the names that computers know such a face by,
 * best first, and the open face that the program brings along for computers without any.
 *
 * The *_GB2312 faces hold 6,763 characters: a rare character of a personal name (镕, 堃) is not among them and comes
 * from the next face of the chain that has it. 方正小标宋 and *_GB2312 are licensed: they are looked for, never shipped.
 */
export type FontChain = {
  /** Installed faces that count as the official one. Chinese and Western names of one face stand side by side. */
  readonly requested: readonly string[];
  /** Family of the face that the program ships, see `fonts.css`. */
  readonly fallback: string;
  /** The shipped face as messages name it: its own name says nothing to a writer. */
  readonly fallbackName: string;
  /** The same face as a whole file, made at build time with the widths of an office face. */
  readonly fallbackFile: string;
  /** Family of that whole file in style sheets; the weights it stands for are those of `fallback`. */
  readonly fallbackWhole: string;
  /** The weight at which the shipped face stands in for the official one; official faces have one weight only. */
  readonly fallbackWeight: 400 | 500 | 700;
  readonly generic: "serif" | "sans-serif";
};

export const fontChains = {
  /** 仿宋 */
  fangsong: {
    requested: [
      "仿宋_GB2312",
      "FangSong_GB2312",
      "仿宋",
      "FangSong",
      "方正仿宋_GBK",
      "FZFangSong-Z02",
      "方正仿宋_GB2312",
      "华文仿宋",
      "STFangsong",
    ],
    fallback: "Noto Serif SC",
    fallbackName: "程序自带的宋体",
    fallbackFile: "nianbao-song.ttf",
    fallbackWhole: "Nianbao Song",
    fallbackWeight: 400,
    generic: "serif",
  },
  /** 楷体 */
  kaiti: {
    requested: [
      "楷体_GB2312",
      "KaiTi_GB2312",
      "楷体",
      "KaiTi",
      "方正楷体_GBK",
      "FZKai-Z03",
      "方正楷体_GB2312",
      "华文楷体",
      "STKaiti",
    ],
    fallback: "LXGW WenKai",
    fallbackName: "程序自带的楷体",
    fallbackFile: "nianbao-kai.ttf",
    fallbackWhole: "Nianbao Kai",
    fallbackWeight: 400,
    generic: "serif",
  },
  /** 黑体 */
  heiti: {
    requested: ["黑体", "SimHei", "方正黑体_GBK", "FZHei-B01", "华文黑体", "STHeiti"],
    fallback: "Noto Sans SC",
    fallbackName: "程序自带的黑体",
    fallbackFile: "nianbao-hei.ttf",
    fallbackWhole: "Nianbao Hei",
    fallbackWeight: 500,
    generic: "sans-serif",
  },
  /** 小标宋 */
  xiaobiaosong: {
    requested: [
      "方正小标宋简体",
      "FZXiaoBiaoSong-B05S",
      "方正小标宋_GBK",
      "FZXiaoBiaoSong-B05",
      "华文中宋",
      "STZhongsong",
    ],
    fallback: "Noto Serif SC",
    fallbackName: "程序自带的粗宋体",
    fallbackFile: "nianbao-biaosong.ttf",
    fallbackWhole: "Nianbao Song",
    fallbackWeight: 700,
    generic: "serif",
  },
  /** 宋体 */
  songti: {
    requested: ["宋体", "SimSun", "华文宋体", "STSong", "方正书宋_GBK"],
    fallback: "Noto Serif SC",
    fallbackName: "程序自带的宋体",
    fallbackFile: "nianbao-song.ttf",
    fallbackWhole: "Nianbao Song",
    fallbackWeight: 400,
    generic: "serif",
  },
} as const satisfies Record<FontRole, FontChain>;

/** The Chinese name of a face of a chain: it stands right before the Western one. Other names stay as they are. */
export function chineseFaceName(name: string): string {
  for (const { requested } of Object.values<FontChain>(fontChains)) {
    const at = requested.indexOf(name);
    const before = requested[at - 1];
    if (at >= 0 && /^[ -~]+$/u.test(name) && before !== undefined) return before;
  }
  return name;
}

/** The face of each class that the layout asks for first, as messages name it. */
const officialFaces = {
  fangsong: "仿宋_GB2312",
  kaiti: "楷体_GB2312",
  heiti: "黑体",
  xiaobiaosong: "方正小标宋简体",
  songti: "宋体",
} as const satisfies Record<FontRole, string>;

/** Names for DOCX where this computer has no face of the class: what every Windows with Office knows. */
const commonDocxFaces = {
  fangsong: "仿宋",
  kaiti: "楷体",
  heiti: "黑体",
  xiaobiaosong: "方正小标宋简体",
  songti: "宋体",
} as const satisfies Record<FontRole, string>;

/**
 * Names to write into a DOCX. Word matches names exactly and the file is read on other computers, so the official
 * name is written where it is installed here, and the common Windows name otherwise; a local stand-in never is.
 *
 * @param installed family names of this computer's faces, in any language
 */
export function docxFaces(installed: ReadonlySet<string>, chosen: HouseFaces["faces"] = {}): Record<FontRole, string> {
  const usual = (role: FontRole): string =>
    installed.has(officialFaces[role]) ? officialFaces[role] : commonDocxFaces[role];
  // what a house has chosen is what its readers have
  const name = (role: FontRole): string => chosen[role] || usual(role);
  return {
    fangsong: name("fangsong"),
    kaiti: name("kaiti"),
    heiti: name("heiti"),
    xiaobiaosong: name("xiaobiaosong"),
    songti: name("songti"),
  };
}

/** 西文字体: the Chinese face itself, or Times New Roman. The standard is silent. */
export type WesternFace = "same" | "times";

export const timesFaces = ["Times New Roman", "Liberation Serif", "Tinos"] as const;

/** Code points of Western letters, digits and marks, first and last: what `timesFaces` sets where they are wished. */
export const westernRanges = [
  [0x21, 0x7e],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x17f],
] as const;

/** Family in the style sheets that holds the Western letters and digits of Times, and nothing else. */
export const westernCssFamily = "Nianbao Western";

/** The faces that a house has chosen; "" or none: those that the computer has. */
export type HouseFaces = {
  readonly westernFace: WesternFace;
  readonly faces: Partial<Readonly<Record<FontRole, string>>>;
};

/** The chain of a class with the house's choice, under both of its names, before all others. */
export function chainOf(role: FontRole, chosen: HouseFaces["faces"]): FontChain {
  const chain: FontChain = fontChains[role];
  const name = chosen[role] ?? "";
  if (name === "") return chain;
  const isChosen = (requested: string): boolean => chineseFaceName(requested) === name;
  const first = chain.requested.filter(isChosen);
  return { ...chain, requested: [...first, ...chain.requested.filter((requested) => !isChosen(requested))] };
}

/** The face of a class that the layout asks for first, as messages name it. */
export const requestedFace = (role: FontRole, chosen: HouseFaces["faces"]): string =>
  chosen[role] === undefined || chosen[role] === "" ? officialFaces[role] : chosen[role];

const quoted = (family: string): string => `"${family}"`;

/**
 * The chain of a class as a CSS `font-family` value.
 *
 * @param own the shipped face in slices, of which a text loads few, or as one file: while that is read, slices in its
 * place would cost what it spares
 */
export function cssFontFamily(
  role: FontRole,
  { westernFace, faces }: HouseFaces,
  own: "sliced" | "whole" = "sliced",
): string {
  const { requested, fallback, fallbackWhole, generic } = chainOf(role, faces);
  const western = westernFace === "times" ? [westernCssFamily] : [];
  const shipped = own === "whole" ? fallbackWhole : fallback;
  return [...[...western, ...requested, shipped].map(quoted), generic].join(", ");
}
