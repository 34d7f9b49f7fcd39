import { type CheckedReport } from "../../core/check/checked-report.ts";
import { type House } from "../../core/check/house-lists.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { type TextChange } from "../compare/protocol.ts";

/** What of a report is checked beside its blocks. */
export type ReportAround = Omit<CheckedReport, "blocks">;

/** What the worker is asked: what has changed since the last question. */
export type Question = {
  readonly turn: number;
  readonly change: TextChange;
  /** Null: as it was. */
  readonly around: ReportAround | null;
  /** Rules that the house has switched on or off. Null: as they were. */
  readonly switches: Readonly<Record<string, boolean>> | null;
  /** 名录 and 词表. Null: as they were. */
  readonly house: House | null;
};

/** The findings since the last answer: `remove` of them at `start` gave way to `findings`. */
export type Answer = {
  readonly turn: number;
  readonly start: number;
  readonly remove: number;
  readonly findings: readonly KnownFinding[];
  /** What is to be looked at again before the report is published; not among `findings`. */
  readonly beforeExport: readonly KnownFinding[];
};
