import { strToU8, zipSync } from "fflate";

const part =
  /<pkg:part\s[^>]*?pkg:name="([^"]+)"[^>]*>\s*(?:<pkg:xmlData[^>]*>([\s\S]*?)<\/pkg:xmlData>|<pkg:binaryData[^>]*>([\s\S]*?)<\/pkg:binaryData>)/gu;

/**
 * A Word file that was saved as one XML instead of an archive of parts (Flat OPC), as the archive that it stands for.
 * @param fromBase64 bytes of pictures
 */
export function packageOfFlat(xml: string, fromBase64: (text: string) => Uint8Array): Uint8Array {
  const files: Record<string, Uint8Array> = {};
  for (const [, name = "", content, picture] of xml.matchAll(part)) {
    files[name.replace(/^\//u, "")] = content === undefined ? fromBase64(picture ?? "") : strToU8(content.trim());
  }
  return zipSync(files, { level: 0 });
}
