import { type ReportSummary, type Warning } from "../../core/contract.ts";

/** How it goes with one file. */
export type ImportOutcome = {
  readonly fileName: string;
  readonly result:
    | { readonly kind: "waiting" }
    | {
        readonly kind: "done";
        readonly report: ReportSummary;
        readonly warnings: readonly Warning[];
        /** What the doctor would repair. */ readonly repairs: number;
      }
    | { readonly kind: "refused"; readonly message: string };
};
