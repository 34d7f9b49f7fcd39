import { basename, dirname, join } from "node:path";
import { processLabel } from "./process-identity.ts";

/** What common file systems take for one name: 255 bytes, on Windows as many UTF-16 units. */
const MAX_NAME_BYTES = 255;

let temporaryFiles = 0;

/** The beginning of a name, cut where a character ends, so that name and ending together are allowed. */
function shortened(name: string, ending: string): string {
  const room = MAX_NAME_BYTES - Buffer.byteLength(ending);
  if (Buffer.byteLength(name) <= room) return name;
  // A name may be as long as is allowed; the one of its temporary file is the program's own affair.
  return new TextDecoder().decode(Buffer.from(name).subarray(0, room)).replace(/\uFFFD+$/u, "");
}

/** Beside the file, so that giving it its name is one step of one disk. */
export function temporaryPathOf(path: string): string {
  const ending = `.${processLabel()}-${(temporaryFiles += 1)}.tmp`;
  return join(dirname(path), `${shortened(basename(path), ending)}${ending}`);
}
