/** How much of the em the outline of a face without a bold adds to its strokes, in the PDF and in the window. */
export const BOLD_EM = 1 / 30;
