import { type Bytes, bytesOf } from "./bytes.ts";
import { AppError } from "../../result.ts";

/** A file that holds storages and streams as folders hold files ([MS-CFB]). */
export type CompoundFile = {
  /** Names of the storages and streams at the top, and of all storages below, in small letters: case does not count. */
  readonly names: ReadonlySet<string>;
  /**
   * A stream at the top by its name. Undefined: there is none of this name.
   * @throws {AppError} file-damaged
   */
  readonly stream: (name: string) => Bytes | undefined;
};

const headerLength = 512;
const entryLength = 128;
const miniSectorLength = 64;
const sectorsInHeader = 109;
/** A sector's number beyond which none is meant: free, end of a chain, table. */
const lastSector = 0xfffffffa;
const none = 0xffffffff;
const kinds = { storage: 1, stream: 2, root: 5 } as const;
const mostEntries = 100_000;

type Entry = {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
};

function readEntry(directory: Bytes, at: number): Entry {
  const nameLength = Math.min(62, Math.max(0, directory.u16(at + 64) - 2)) >> 1;
  return {
    name: directory.text(at, nameLength).replace(/\0.*$/su, "").toLowerCase(),
    kind: directory.u8(at + 66),
    left: directory.u32(at + 68),
    right: directory.u32(at + 72),
    child: directory.u32(at + 76),
    start: directory.u32(at + 116),
    size: directory.u32(at + 120),
  };
}

/** Sectors of the file, and the tables that chain them. A chain that bites its tail, or leaves the file, is damage. */
function createSectorReader(file: Bytes): (start: number, size: number | null) => Bytes {
  const shift = file.u16(30);
  if (shift !== 9 && shift !== 12) throw new AppError("file-damaged");
  const sectorLength = 1 << shift;
  const perSector = sectorLength / 4;
  const count = Math.ceil(file.length / sectorLength) - 1;
  const offsetOf = (sector: number): number => (sector + 1) * sectorLength;

  const tables: number[] = [];
  const addTable = (sector: number): void => {
    if (sector < lastSector && tables.length * perSector <= count) tables.push(sector);
  };
  for (let index = 0; index < sectorsInHeader; index += 1) addTable(file.u32(76 + index * 4));
  let more = file.u32(68);
  for (let steps = 0; more < lastSector; steps += 1) {
    if (steps > count || more >= count) throw new AppError("file-damaged");
    for (let index = 0; index < perSector - 1; index += 1) addTable(file.u32(offsetOf(more) + index * 4));
    more = file.u32(offsetOf(more) + sectorLength - 4);
  }
  const nextOf = (sector: number): number => {
    const table = tables[Math.floor(sector / perSector)];
    if (table === undefined) throw new AppError("file-damaged");
    return file.u32(offsetOf(table) + (sector % perSector) * 4);
  };
  /** @param size null: as long as the chain */
  return (start, size) => {
    const wanted = size ?? count * sectorLength;
    if (wanted > file.length) throw new AppError("file-damaged");
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < lastSector && length < wanted; sector = nextOf(sector)) {
      const offset = offsetOf(sector);
      // the last sector of a file may be shorter than the others
      const rest = Math.min(sectorLength, wanted - length, file.length - offset);
      if (parts.length > count || rest <= 0) throw new AppError("file-damaged");
      parts.push(file.raw(offset, rest));
      length += rest;
    }
    if (size !== null && length < size) throw new AppError("file-damaged");
    return bytesOf(joined(parts, length));
  };
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The entries of one storage: a tree of siblings, each entry once. */
function siblings(entries: readonly Entry[], first: number, seen: Set<number>): readonly Entry[] {
  const found: Entry[] = [];
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const entry = id === none || seen.has(id) ? undefined : entries[id];
    if (entry === undefined) continue;
    seen.add(id);
    found.push(entry);
    waiting.push(entry.right, entry.left);
  }
  return found;
}

function readEntries(directory: Bytes): readonly Entry[] {
  const count = Math.floor(directory.length / entryLength);
  if (count > mostEntries) throw new AppError("file-too-complex", { reason: "目录项过多" });
  return Array.from({ length: count }, (_, index) => readEntry(directory, index * entryLength));
}

/**
 * Opens a compound file. Nothing is read before it is asked for; every chain ends after as many steps as the file has
 * sectors.
 * @throws {AppError} file-damaged, file-too-complex
 */
export function openCompoundFile(array: Uint8Array): CompoundFile {
  const file = bytesOf(array);
  if (file.length < headerLength) throw new AppError("file-damaged");
  const read = createSectorReader(file);
  const entries = readEntries(read(file.u32(48), null));
  const root = entries.find(({ kind }) => kind === kinds.root);
  if (root === undefined) throw new AppError("file-damaged");
  const top = siblings(entries, root.child, new Set());
  const storages = entries.filter(({ kind }) => kind === kinds.storage);

  const miniLimit = Math.min(file.u32(56), 1 << 16);
  let mini: { readonly content: Bytes; readonly table: Bytes } | undefined;
  const readMini = (start: number, size: number): Bytes => {
    mini ??= { content: read(root.start, root.size), table: read(file.u32(60), null) };
    const { content, table } = mini;
    const parts: Uint8Array[] = [];
    let length = 0;
    for (let sector = start; sector < lastSector && length < size; sector = table.u32(sector * 4)) {
      const rest = Math.min(miniSectorLength, size - length);
      parts.push(content.raw(sector * miniSectorLength, rest));
      length += rest;
    }
    if (length < size) throw new AppError("file-damaged");
    return bytesOf(joined(parts, length));
  };
  return {
    names: new Set([...top, ...storages].map(({ name }) => name)),
    stream: (name) => {
      const entry = top.find((one) => one.kind === kinds.stream && one.name === name.toLowerCase());
      if (entry === undefined) return undefined;
      return entry.size < miniLimit ? readMini(entry.start, entry.size) : read(entry.start, entry.size);
    },
  };
}
