import { strToU8, zipSync } from "fflate";

/** The value of `pkg:name`, in the tag that begins a part. */
const nameOf = (tag: string): string => {
  const [, double, single] = /\spkg:name\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(tag) ?? [];
  return (double ?? single ?? "").replace(/^\//u, "");
};

/** What stands between the tag that begins an element and the one that ends it; null where the element is not there. */
function insideOf(part: string, element: string): string | null {
  const start = part.indexOf(`<${element}`);
  const open = start < 0 ? -1 : part.indexOf(">", start);
  const end = part.lastIndexOf(`</${element}>`);
  return open < 0 || end < open ? null : part.slice(open + 1, end);
}

/**
 * A Word file that was saved as one XML instead of an archive of parts (Flat OPC), as the archive that it stands for. Each
 * sign is looked at a few times, whatever stands there; a part that does not end ends with the file.
 * @param fromBase64 bytes of pictures
 */
export function packageOfFlat(xml: string, fromBase64: (text: string) => Uint8Array): Uint8Array {
  const files = new Map<string, Uint8Array>();
  const begin = "<pkg:part";
  for (let start = xml.indexOf(begin); start >= 0;) {
    const next = xml.indexOf(begin, start + begin.length);
    const part = xml.slice(start, next < 0 ? xml.length : next);
    const tag = part.slice(0, part.indexOf(">") + 1);
    const content = insideOf(part, "pkg:xmlData");
    const picture = content === null ? insideOf(part, "pkg:binaryData") : null;
    const name = nameOf(tag);
    if (name !== "" && content !== null) files.set(name, strToU8(content.trim()));
    else if (name !== "" && picture !== null) files.set(name, fromBase64(picture));
    start = next;
  }
  return zipSync(Object.fromEntries(files), { level: 0 });
}
