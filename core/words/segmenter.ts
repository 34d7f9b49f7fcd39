/**
 * Cuts a text into words, white space and marks among them; joined they are the text. What asks for words takes one of
 * these, so that a better one is one line.
 */
export type Segmenter = (text: string) => readonly string[];
