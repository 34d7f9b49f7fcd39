import { type Document, Packer } from "docx";
import { strToU8, unzipSync } from "fflate";

/** The files of a package by their paths, in its order. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

type Compiled = ReadonlyMap<string, string | Uint8Array>;
type Compiler = { readonly compile: (document: Document) => Compiled };

const isCompiler = (value: unknown): value is Compiler =>
  typeof value === "object" && value !== null && "compile" in value && typeof value.compile === "function";

const isPart = (part: unknown): part is string | Uint8Array => typeof part === "string" || part instanceof Uint8Array;
const isCompiled = (value: unknown): value is Compiled =>
  value instanceof Map && [...value.values()].every(isPart) && value.has("word/document.xml");

/** What `Packer.pack` would zip. Null where this version of the library keeps it elsewhere. */
function compile(document: Document): Compiled | null {
  const compiler: unknown = Reflect.get(Packer, "compiler");
  if (!isCompiler(compiler)) return null;
  const compiled: unknown = compiler.compile(document);
  return isCompiled(compiled) ? compiled : null;
}

/**
 * The parts of a Word document before they are zipped. The library gives them out zipped alone, and zipping, unzipping
 * and zipping them again took a third of the time of an export; its compiler is private, hence the looks before it is
 * used, and the long way where it is not as expected.
 */
export async function packageParts(document: Document): Promise<PackageParts> {
  const compiled = compile(document);
  if (compiled === null) return new Map(Object.entries(unzipSync(await Packer.pack(document, "uint8array"))));
  return new Map([...compiled].map(([path, part]) => [path, typeof part === "string" ? strToU8(part) : part]));
}
