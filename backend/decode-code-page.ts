/** Code pages of Windows by the names that decoders know them under. */
const labels: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1361: "euc-kr",
  10000: "macintosh",
  54936: "gb18030",
  65001: "utf-8",
};

/** What Windows-1252 has where Latin 1 has control characters. Some versions of Node decode it as Latin 1. */
const westernSigns = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

function decodeWestern(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("latin1")
    .replaceAll(/[\u0080-\u009f]/gu, (sign) => westernSigns[sign.charCodeAt(0) - 0x80] ?? sign);
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** The text that bytes of a code page of Windows stand for. Western European where the code page is unknown. */
export function decodeCodePage(bytes: Uint8Array, codePage: number): string {
  const isWindows = codePage >= 1250 && codePage <= 1258 && codePage !== 1252;
  const label = labels[codePage] ?? (isWindows ? `windows-${codePage}` : undefined);
  if (label === undefined) return decodeWestern(bytes);
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder.decode(bytes);
}
