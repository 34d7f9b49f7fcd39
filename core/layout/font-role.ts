/** Roles of the official faces, in the standard's own classes (GB/T 9704 5.2.2): they name classes, not products. */
export const fontRoles = ["fangsong", "kaiti", "heiti", "xiaobiaosong", "songti"] as const;
export type FontRole = (typeof fontRoles)[number];
