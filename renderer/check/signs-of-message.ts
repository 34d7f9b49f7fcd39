/** A stretch of what a finding says. */
export type MessagePart = { readonly words: string; readonly isSign: boolean };

/** Marks, and 〇, are told apart by their form alone. */
const judgedByForm = /[\p{P}\p{S}\s〇]/u;

/**
 * Parts what a finding says so that quoted signs can stand in the face of the text: in that of the window — and - look
 * alike.
 */
export function signsOfMessage(message: string): readonly MessagePart[] {
  return message
    .split(/(“[^“”]*”)/u)
    .filter((words) => words !== "")
    .map((words) => ({ words, isSign: /^“.*”$/su.test(words) && judgedByForm.test(words.slice(1, -1)) }));
}
