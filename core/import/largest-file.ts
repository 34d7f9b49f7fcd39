/** The largest file that is brought in: a few megabytes of text and XML, and a hundred photographs. */
export const MAX_FILE_MB = 100;
