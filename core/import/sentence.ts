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

/**
 * Where the first sentence of a text ends: index of the first 。 outside brackets and quotes among the first `limit`
 * characters, or -1.
 */
export function endOfFirstSentence(text: string, limit: number): number {
  const open: string[] = [];
  const length = Math.min(text.length, limit);
  for (let index = 0; index < length; index += 1) {
    const character = text.charAt(index);
    const closing = pairs[character];
    if (closing !== undefined) open.push(closing);
    else if (character === open.at(-1)) open.pop();
    else if (character === "。" && open.length === 0) return index;
  }
  return -1;
}
