/** Beginnings and ends of bookmarks, comments, moves and permissions, which stand among text and say nothing in it. */
const rangeMark =
  /^w:(?:bookmark|commentRange|perm|moveFromRange|moveToRange|customXml(?:Ins|Del|MoveFrom|MoveTo)Range)(?:Start|End)$|^w:proofErr$/u;

export const isRangeMark = (name: string): boolean => rangeMark.test(name);
