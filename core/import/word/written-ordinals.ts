import type { HeadingLevel, Ordinal } from "../../document/blocks.ts";
import { createOrdinalCounter, ordinalAsWritten, type ParsedOrdinal } from "../../document/numbering.ts";

/** Keeps the ordinals of a document as they were written: counted along where the count gives the very same. */
export type WrittenOrdinals = {
  /** A new title begins the count anew. */
  readonly restart: () => void;
  /** How an ordinal read from the text is kept; null: the block has none. */
  readonly ordinalOf: (level: HeadingLevel, parsed: ParsedOrdinal | null) => Ordinal;
  /** An ordinal that is kept as it is counts, too. */
  readonly count: (level: HeadingLevel, ordinal: Ordinal) => void;
};

/** Counts as the finished report will be counted, so what it prints is what stood in the document. */
export function createWrittenOrdinals(): WrittenOrdinals {
  const counter = createOrdinalCounter();
  return {
    restart: counter.restart,
    ordinalOf: (level, parsed) => {
      const pattern: Ordinal | null =
        parsed === null ? null : { kind: "pattern", before: parsed.before, after: parsed.after };
      const ordinal: Ordinal =
        parsed === null || pattern === null
          ? { kind: "none" }
          : ordinalAsWritten(level, parsed, counter.expected(level, pattern));
      counter.count(level, ordinal);
      return ordinal;
    },
    count: (level, ordinal) => void counter.count(level, ordinal),
  };
}
