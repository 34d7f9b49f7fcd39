const openings = "（(";
const closings = "）)";

/** Whether brackets stand around a text already: one pair, or pairs one behind the other, with nothing outside them. */
function isBracketed(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (openings.includes(sign)) depth += 1;
    else if (closings.includes(sign)) depth -= 1;
    else if (depth === 0 && sign.trim() !== "") return false;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** 附注 as it prints, in one pair of brackets (7.3.6): those that the writer typed are not doubled. "" = none is given. */
export function noteLine(note: string): string {
  const text = note.trim();
  if (text === "") return "";
  if (isBracketed(text)) return `（${text.slice(1, -1)}）`;
  // the second bracket is still to be typed
  if (openings.includes(text.charAt(0)) && isBracketed(`${text}）`)) return `（${text.slice(1)}）`;
  return `（${text}）`;
}
