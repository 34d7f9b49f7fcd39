import type { TokenKind } from "../document/inline-traits.ts";
import type { JudgedHit } from "./judge-hits.ts";

/** Why hits belong together: words of their own, parts of the same longer word, in the same name, not typed text. */
type KindReason = "word" | "longerWord" | "name" | TokenKind;

/** Hits of one kind, for choosing them together. */
export type ReplacementKind<H extends JudgedHit = JudgedHit> = {
  /** The word, the longer word, or the name with its 《》. */
  readonly kind: string;
  readonly reason: KindReason;
  readonly hits: readonly H[];
};

function reasonOf(hit: JudgedHit): KindReason {
  if (hit.lockedBy !== null) return hit.lockedBy;
  if (hit.insideName !== null) return "name";
  return hit.partOfLongerWord ? "longerWord" : "word";
}

const order: readonly KindReason[] = ["word", "longerWord", "name", "year", "figure", "blank"];

/** Hits by the word around them: whole words first, then by number of hits, then in reading order. */
export function groupByKind<H extends JudgedHit>(hits: readonly H[]): readonly ReplacementKind<H>[] {
  const kinds = new Map<string, { kind: string; reason: KindReason; hits: H[] }>();
  for (const hit of hits) {
    const reason = reasonOf(hit);
    const kind = reason === "name" ? (hit.insideName ?? hit.kind) : hit.kind;
    const key = `${reason} ${kind}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { kind, reason, hits: [hit] });
    else known.hits.push(hit);
  }
  return [...kinds.values()].sort(
    (one, other) => order.indexOf(one.reason) - order.indexOf(other.reason) || other.hits.length - one.hits.length,
  );
}
