// XML 1.0 has no place for these, not even escaped, and a file that holds one does not open; HTML and PDF print boxes for
// them. The C1 characters (U+0085) are white space to some readers and boxes to others.
const notPrintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu; // eslint-disable-line no-control-regex

/** Text without control characters and halves of surrogate pairs. */
export const printableText = (text: string): string => text.replace(notPrintable, "");
