/** The largest file that is brought in: a few megabytes of text and XML, and a hundred photographs. */
export const MAX_FILE_MB = 100;
/** The largest file that is text as a whole: some seven million Chinese characters, far beyond any report. */
export const MAX_TEXT_MB = 20;
