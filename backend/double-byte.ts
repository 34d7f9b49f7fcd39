/** What a table of two-byte characters has in its frequent part, as the first bytes of that part; marks stand before it. */
type Table = { readonly label: "gb18030" | "big5"; readonly isFrequent: (first: number, second: number) => boolean };

/** GB 2312, level 1: the 3,755 most frequent characters. */
const gb: Table = { label: "gb18030", isFrequent: (first, second) => first >= 0xb0 && first <= 0xd7 && second >= 0xa1 };
/** Big5, level 1: the 5,401 most frequent characters. */
const big5: Table = {
  label: "big5",
  isFrequent: (first, second) => first >= 0xa4 && (first < 0xc6 || (first === 0xc6 && second <= 0x7e)),
};
const firstOfMarks = 0xa1;
const lastOfMarks = 0xa3;
const fewestMore = 0.15;
const fewestFrequent = 0.7;

/** Share of the two-byte characters, marks apart, that are frequent ones. 0 where the bytes hold no such characters. */
function frequentShare(bytes: Uint8Array, { label, isFrequent }: Table): number {
  let [all, frequent] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    if (first < 0x81) continue;
    const isFour = label === "gb18030" && second >= 0x30 && second <= 0x39;
    at += isFour ? 3 : 1;
    if (first >= firstOfMarks && first <= lastOfMarks) continue;
    all += 1;
    if (isFrequent(first, second)) frequent += 1;
  }
  return all === 0 ? 0 : frequent / all;
}

/**
 * Whether bytes are Big5 and not GBK: each reads the other as characters that nobody uses.
 * @param sample of the text, from its beginning
 */
export function looksLikeBig5(sample: Uint8Array): boolean {
  return frequentShare(sample, big5) > frequentShare(sample, gb) + fewestMore;
}

/** Whether bytes are a Chinese text in GBK, and not UTF-8 with a hole in it. */
export const looksLikeGb = (bytes: Uint8Array): boolean => frequentShare(bytes, gb) >= fewestFrequent;
