/** The program that will open the DOCX: the pages are laid out by its habits, so that its lines are the same. */
export type LayoutProgram = (typeof layoutPrograms)[number];
export const layoutPrograms = ["word", "libreoffice"] as const;

/** What the standard leaves open and each program does in its own way. */
export type LayoutHabits = {
  /** Between a Western letter or digit and a Chinese character, in em. */
  readonly scriptSpaceEm: number;
  /** A closing mark may hang past the edge of a table's cell as it may past that of the page. */
  readonly hangsInCells: boolean;
  /** Size of 上标 and 下标 beside the text around them. */
  readonly scriptSizeRatio: number;
  /** How far 上标 stands above the baseline, in em of the text around it; `top`: as high as that text's face reaches. */
  readonly raiseEm: number | "top";
  /** How far 下标 stands below it. */
  readonly lowerEm: number;
};

/** Word's numbers are from its documents; LibreOffice's are measured with 7.4.7. */
export const layoutHabits = {
  word: { scriptSpaceEm: 0.25, hangsInCells: true, scriptSizeRatio: 0.65, raiseEm: 0.33, lowerEm: 0.14 },
  libreoffice: { scriptSpaceEm: 0.2, hangsInCells: false, scriptSizeRatio: 0.58, raiseEm: "top", lowerEm: 0.1 },
} as const satisfies Record<LayoutProgram, LayoutHabits>;
