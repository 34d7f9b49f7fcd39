import { gbt9704 as layout } from "../layout/gbt9704.ts";

/** 【待核稿】: the first line of a draft where there are no pages. */
export const draftStampLine = `【${layout.draftStampText}】`;
