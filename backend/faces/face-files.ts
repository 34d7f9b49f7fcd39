import { win32 } from "node:path";
import { fontconfigListing, registryListings } from "./ask-system.ts";

/** A face in a file; several stand in one collection. */
export type FaceFile = { readonly path: string; readonly index: number };
export type FaceFiles = ReadonlyMap<string, FaceFile>;

const FONTCONFIG_FORMAT = "%{file}\\t%{index}\\t%{weight}\\t%{slant}\\t%{variable}\\t%{family}\\n";
/** Of fontconfig: neither light nor bold. */
const REGULAR_WEIGHT = 80;

/**
 * Files by family name from what `reg query` prints of a key of fonts.
 *
 * `SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc` → two faces of one file
 * @param folder where files without a folder lie
 */
export function facesOfRegistryFiles(listing: string, folder: string): Map<string, FaceFile> {
  const files = new Map<string, FaceFile>();
  for (const line of listing.split(/\r?\n/u)) {
    const [, names, file] = /^\s+(.+?)\s{2,}REG_SZ\s+(.+?)\s*$/u.exec(line) ?? [];
    if (names === undefined || file === undefined || !/\.(?:tt[fc]|ot[fc])$/iu.test(file)) continue;
    const path = win32.isAbsolute(file) ? file : win32.join(folder, file);
    const list = names.replace(/\s*\([^)]*\)$/u, "").split(/\s*&\s*/u);
    for (const [index, name] of list.entries()) if (!files.has(name)) files.set(name, { path, index });
  }
  return files;
}

/** Files by family name, the regular weight of each, from `fc-list` in the format above. */
export function facesOfFontconfigFiles(listing: string): Map<string, FaceFile> {
  const best = new Map<string, FaceFile & { readonly distance: number }>();
  for (const line of listing.split(/\r?\n/u)) {
    const [path = "", index = "", weight = "", slant = "", variable = "", families = ""] = line.split("\t");
    // a PDF cannot hold a face that varies, nor can fontkit's subsets
    if (!/\.(?:tt[fc]|ot[fc])$/iu.test(path) || variable === "True" || slant !== "0") continue;
    const distance = Math.abs(Number(weight) - REGULAR_WEIGHT);
    for (const name of families.split(",").map((family) => family.trim().replaceAll("\\", ""))) {
      if (distance < (best.get(name)?.distance ?? Infinity)) best.set(name, { path, index: Number(index), distance });
    }
  }
  return new Map([...best].map(([name, { path, index }]) => [name, { path, index }]));
}

async function listFaceFiles(): Promise<FaceFiles> {
  if (process.platform === "win32") {
    const folder = win32.join(process.env["SystemRoot"] ?? "C:\\Windows", "Fonts");
    const listings = await registryListings();
    return new Map(listings.flatMap((listing) => [...facesOfRegistryFiles(listing, folder)]));
  }
  return facesOfFontconfigFiles(await fontconfigListing("--format", FONTCONFIG_FORMAT));
}

let known: Promise<FaceFiles> | undefined;

/** The face files of this computer by family name, in all its languages, asked once. Empty where the system does not tell. */
export function installedFaceFiles(): Promise<FaceFiles> {
  known ??= listFaceFiles().catch(() => new Map());
  return known;
}
