import { TabStopType } from "docx";

/** The tab stop on which a text begins, has its middle or ends. */
export const tabTypes = { start: TabStopType.LEFT, center: TabStopType.CENTER, end: TabStopType.RIGHT } as const;
