import { fontconfigListing, registryListings } from "./faces/ask-system.ts";

/** `SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc` → SimSun, NSimSun */
export function facesOfRegistry(listing: string): string[] {
  const names = listing.split(/\r?\n/u).flatMap((line) => /^\s+(.+?)\s{2,}REG_SZ/u.exec(line)?.[1] ?? []);
  return names.flatMap((name) => name.replace(/\s*\([^)]*\)$/u, "").split(/\s*&\s*/u));
}

/** `Noto Serif SC,思源宋体` → both names: fontconfig lists one face in all its languages */
export const facesOfFontconfig = (listing: string): string[] =>
  listing.split(/\r?\n/u).flatMap((line) => line.split(",").map((name) => name.trim().replaceAll("\\", "")));

async function listFaces(): Promise<string[]> {
  if (process.platform === "win32") return (await registryListings()).flatMap(facesOfRegistry);
  return facesOfFontconfig(await fontconfigListing(":", "family"));
}

let known: Promise<ReadonlySet<string>> | undefined;

/** Family names of the faces of this computer, asked once. Empty where the system does not tell. */
export function installedFaces(): Promise<ReadonlySet<string>> {
  known ??= listFaces().then(
    (names) => new Set(names.filter((name) => name !== "")),
    () => new Set<string>(),
  );
  return known;
}
