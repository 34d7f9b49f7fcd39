const pairs: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "【": "】",
  "〔": "〕",
  "[": "]",
};

/** A half-width full stop between Chinese, as in texts typed in half-width throughout; no decimal point, no code. */
function isHalfWidthStop(text: string, index: number): boolean {
  return (
    /^[\u4e00-\u9fff》”）)]$/u.test(text.charAt(index - 1)) &&
    /^(?:[\u4e00-\u9fff《“（(]|$)/u.test(text.charAt(index + 1))
  );
}

/**
 * Where the first sentence of a text ends: index of the first 。 outside brackets and quotes among the first `limit`
 * characters, or -1. `withHalfWidth`: a full stop typed as . counts too.
 */
export function endOfFirstSentence(text: string, limit: number, withHalfWidth = false): number {
  const open: string[] = [];
  const length = Math.min(text.length, limit);
  for (let index = 0; index < length; index += 1) {
    const character = text.charAt(index);
    const closing = pairs[character];
    if (closing !== undefined) open.push(closing);
    else if (character === open.at(-1)) open.pop();
    else if (open.length > 0) continue;
    else if (character === "。" || (withHalfWidth && /[.．]/u.test(character) && isHalfWidthStop(text, index)))
      return index;
  }
  return -1;
}
