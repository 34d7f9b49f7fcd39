import { unzipSync } from "fflate";
import { AppError } from "../../result.ts";
import { foreignPackage } from "./foreign-package.ts";
import { attributeOf, elementsOf, readXml, type XmlElement } from "../word/xml.ts";
import type { DecodeBytes } from "../word/decode-bytes.ts";

const BYTES_PER_MB = 1024 * 1024;
/** A plan of 200 pages has an XML of 5 MB; pictures of a long report come to 100 MB. */
const largestXml = 64 * BYTES_PER_MB;
const largestWhole = 256 * BYTES_PER_MB;
/** XML shrinks to a tenth or a thirtieth; what shrinks to less than this and is large was made to harm. */
const largestRatio = 250;
const smallEnough = 8 * BYTES_PER_MB;
const mostEntries = 20_000;
const mostSought = 500;

/** What a relationship points to: a part of the package by its name, or something outside. */
type Relation = { readonly type: string; readonly target: string; readonly isOutside: boolean };

export type DocxPackage = {
  /** Name of the part with the text, as `word/document.xml`. */
  readonly mainPart: string;
  readonly hasMacros: boolean;
  /** Parts that are there and cannot be unpacked. */
  readonly damaged: ReadonlySet<string>;
  /** The names of all parts that were unpacked. */
  readonly names: readonly string[];
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** @throws {AppError} file-damaged, file-too-complex */
  readonly xml: (name: string) => XmlElement | undefined;
  /** The relationships of a part, by id. */
  readonly relationsOf: (part: string) => ReadonlyMap<string, Relation>;
};

const normalName = (name: string): string => name.replaceAll("\\", "/").replace(/^\/+/u, "");
const isXml = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);

/** Parts that hold a document of their own, which the text takes in where it names them. */
const isChunk = (name: string): boolean =>
  /(?:^|[/\\])(?:afchunk[^/\\]*|[^/\\]*\.(?:docx|html?|mht|rtf|txt))$/iu.test(name) &&
  !/(?:^|[/\\])embeddings[/\\]/iu.test(name);

type Unpacked = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Names of all entries, also of those that are not unpacked. */
  readonly all: readonly string[];
  /** Entries that are there and cannot be unpacked. */
  readonly damaged: ReadonlySet<string>;
  readonly hasMacros: boolean;
};

type Entries = { readonly names: ReadonlySet<string>; readonly all: readonly string[]; readonly hasMacros: boolean };

/**
 * The entries that are needed. Sizes are looked at before anything is unpacked, and nothing grows beyond the size that
 * the archive itself declares. Nothing is written anywhere, so the names of entries can do no harm.
 */
function listEntries(archive: Uint8Array): Entries {
  let entries = 0;
  let whole = 0;
  let hasMacros = false;
  const names = new Set<string>();
  const all: string[] = [];
  const tooLarge = (reason: string): AppError => new AppError("file-too-complex", { reason });
  unzipSync(archive, {
    filter: ({ name, size, originalSize }) => {
      entries += 1;
      all.push(normalName(name));
      if (entries > mostEntries) throw tooLarge("压缩包中的文件过多");
      if (/vbaProject\.bin$/iu.test(name)) hasMacros = true;
      const isMedia = /(?:^|[/\\])media[/\\]/u.test(name);
      if (!isMedia && !isXml(name) && !isChunk(name)) return false;
      whole += originalSize;
      const isBomb = originalSize > smallEnough && originalSize > size * largestRatio;
      if (isBomb || whole > largestWhole || (!isMedia && originalSize > largestXml)) {
        throw tooLarge("解压后的内容过大");
      }
      names.add(name);
      return false;
    },
  });
  return { names, all, hasMacros };
}

/** Unpacks what is needed; an entry that is damaged costs itself alone. */
function unpack(archive: Uint8Array): Unpacked {
  const { names, all, hasMacros } = listEntries(archive);
  const files = new Map<string, Uint8Array>();
  const damaged = new Set<string>();
  const take = (isWanted: (name: string) => boolean): void => {
    for (const [name, bytes] of Object.entries(unzipSync(archive, { filter: ({ name }) => isWanted(name) })))
      files.set(normalName(name), bytes);
  };
  try {
    take((name) => names.has(name));
  } catch (error) {
    // looking for each entry by itself takes time by the square of their number
    if (names.size > mostSought) throw error;
    for (const wanted of names) {
      try {
        take((name) => name === wanted);
      } catch {
        damaged.add(normalName(wanted));
      }
    }
  }
  return { files, all, damaged, hasMacros };
}

/** `../media/image1.png` seen from `word/document.xml`. */
function resolve(target: string, part: string): string {
  if (/^[/\\]/u.test(target)) return normalName(target);
  const path = part.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") path.pop();
    else if (step !== "." && step !== "") path.push(step);
  }
  return path.join("/");
}

function relationsFile(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

function readRelations(root: XmlElement | undefined, part: string): ReadonlyMap<string, Relation> {
  return new Map(
    elementsOf(root).map((relation): [string, Relation] => {
      const target = attributeOf(relation, "Target") ?? "";
      const isOutside = attributeOf(relation, "TargetMode") === "External";
      const type = (attributeOf(relation, "Type") ?? "").replace(/^.*\//u, "");
      return [
        attributeOf(relation, "Id") ?? "",
        { type, target: isOutside ? target : resolve(target, part), isOutside },
      ];
    }),
  );
}

/** The part with the text: where the package says so, or where every program puts it. */
function findMainPart(files: ReadonlyMap<string, Uint8Array>, relations: ReadonlyMap<string, Relation>): string | null {
  const named = [...relations.values()].find(({ type }) => type === "officeDocument")?.target;
  if (named !== undefined && files.has(named)) return named;
  return ["word/document.xml", "word/document2.xml"].find((name) => files.has(name)) ?? null;
}

/**
 * Opens a file in Word's format.
 * @throws {AppError} file-damaged; file-too-complex; file-kind-unsupported for an archive without a Word text
 */
export function openPackage(archive: Uint8Array, decode: DecodeBytes | null = null): DocxPackage {
  let unpacked: Unpacked;
  try {
    unpacked = unpack(archive);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("file-damaged", {}, { cause: error });
  }
  const { files, damaged, hasMacros } = unpacked;
  const xml = (name: string): XmlElement | undefined => {
    const bytes = files.get(name);
    return bytes === undefined ? undefined : readXml(bytes, decode);
  };
  const known = new Map<string, ReadonlyMap<string, Relation>>();
  const read = (part: string): ReadonlyMap<string, Relation> => {
    try {
      return readRelations(xml(relationsFile(part)), part);
    } catch (error) {
      // without its relationships a text loses its pictures, not its words
      if (error instanceof AppError && error.code === "file-damaged") return new Map();
      throw error;
    }
  };
  const relationsOf = (part: string): ReadonlyMap<string, Relation> => {
    const relations = known.get(part) ?? read(part);
    known.set(part, relations);
    return relations;
  };
  const mainPart = findMainPart(files, relationsOf(""));
  if (mainPart === null) {
    const isWord = [...files.keys(), ...damaged].some((name) => name.startsWith("word/"));
    const kind = foreignPackage(unpacked.all);
    throw isWord ? new AppError("file-damaged") : new AppError("file-kind-unsupported", kind === "" ? {} : { kind });
  }
  return { mainPart, hasMacros, damaged, names: [...files.keys()], bytes: (name) => files.get(name), xml, relationsOf };
}
