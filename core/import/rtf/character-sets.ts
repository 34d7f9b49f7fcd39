/** `\fcharset` and the code page of Windows that it names. */
const codePages: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

/** Bytes are signs of the font, as in Wingdings. */
export const SYMBOL_CHARSET = 2;

/** The code page of a character set; undefined: the one of the file (0 ANSI, 1 whatever is usual). */
export const codePageOf = (charset: number): number | undefined => codePages[charset];
