/** 对照稿, 版面体检单 and 校核单: working papers across an A4 sheet. No standard rules it; the numbers are office practice. */
export const comparisonSheet = {
  marginMm: 20,
  /** Shares of the width: 去年, 今年, 处理. */
  textColumns: [44, 44, 12],
  /** 节, 字数, 雷同度, 与去年相比. */
  sectionColumns: [64, 12, 12, 12],
  /** 所在节, 开头, 句数, 字数. */
  runColumns: [32, 48, 10, 10],
  headColumns: [14, 86],
  /** 校核单: 序号, 所在部分, 原文, 问题和依据, 建议改为, 处理. */
  findingColumns: [6, 16, 30, 26, 14, 8],
  /** 序号, 所在部分, 原文, 问题和依据, 不改的理由. */
  skippedColumns: [6, 16, 34, 26, 18],
  /** 版面体检单: 项目, 依据, 应为, 实测, 结果. */
  inspectionColumns: [17, 17, 27, 30, 9],
  /** 与国家标准不同之处: 项目, 标准, 本单位, 依据. */
  deviationColumns: [22, 28, 30, 20],
} as const;
