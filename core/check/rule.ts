import type { Span } from "../document/place.ts";
import type { CheckText } from "./check-text.ts";
import type { CheckedBlock, CheckedReport } from "./checked-report.ts";
import type { FindingPlace, Severity, Strength } from "./finding.ts";
import type { House, HouseLists } from "./house-lists.ts";
import type { Repair, RepairKind } from "../repair/repair.ts";

/**
 * A sentence that shows what a rule does. In `yes` the words that are found stand in ‹›; with `fix`, those that would
 * stand there. Lines apart by a line feed are a text of their own, which is imported.
 */
type Example = string | readonly [sentence: string, fix: string];

/** What every rule tells of itself, and the sentences that it is tested with. */
type RuleInfo = {
  /** As in a finding: the id of the list of rules, and a kind behind a point where it has several. */
  readonly id: string;
  readonly name: string;
  readonly source: string;
  readonly strength: Strength;
  readonly severity: Severity;
  /** What is said unless the finding says more. */
  readonly message: string;
  /** Noise by nature: runs only where it is asked for. */
  readonly isOff?: true;
  /** The lists of the house that the examples are tried with; none if not given. */
  readonly house?: House;
  readonly yes: readonly Example[];
  readonly no: readonly string[];
};

/** Something that a rule found in one text. */
export type Found = Span & {
  readonly message?: string;
  /** What would stand there. */
  readonly fix?: string;
  /** Missing: the fix is only offered. */
  readonly isSafe?: true;
};

/** Looks at one paragraph and nothing else; its findings are remembered with the block. */
export type LocalRule = RuleInfo & {
  readonly scope: "local";
  /** Stretches that the rule leaves alone: names of documents 《》, and quotations “”. */
  readonly spares?: "names" | "quotes";
  readonly find: (text: CheckText, lists: HouseLists) => readonly Found[];
};

/** Something that a rule found in a report. */
export type FoundInReport = {
  readonly place: FindingPlace;
  readonly message?: string;
  readonly fix?: string;
  readonly isSafe?: true;
};

/** Looks at what is known of every block. */
export type AcrossRule = RuleInfo & {
  readonly scope: "across";
  /** @param repairs of whole blocks and of ordinals, which other rules tell */
  readonly find: (
    report: CheckedReport,
    blocks: readonly CheckedBlock[],
    repairs: readonly Repair[],
    lists: HouseLists,
  ) => readonly FoundInReport[];
};

/** Speaks for repairs of the import doctor, whose finders look for all of them at once. */
export type DoctorRule = RuleInfo & { readonly scope: "doctor"; readonly kinds: readonly RepairKind[] };

export type Rule = LocalRule | AcrossRule | DoctorRule;
