import type { PrintedPdf } from "../pdf/printer.ts";

/** Pages kept: the report at hand and the one looked at before. */
const KEPT = 2;

/** The printed pages of reports by revision: a preview that was made already is also the file to export. */
export type Previews = {
  /** Pages made from this revision, made now unless they are kept or under way. A newer revision ends an older print. */
  print(id: string, revision: string, make: (signal: AbortSignal) => Promise<PrintedPdf>): Promise<PrintedPdf>;
  /** The pages of this revision, if they are made already. */
  finished(id: string, revision: string): PrintedPdf | null;
};

type Kept = { readonly revision: string; readonly pages: Promise<PrintedPdf>; readonly control: AbortController };

export function createPreviews(): Previews {
  const kept = new Map<string, Kept>();
  const printed = new WeakMap<Kept, PrintedPdf>();
  return {
    print: (id, revision, make) => {
      const present = kept.get(id);
      if (present?.revision === revision) return present.pages;
      present?.control.abort();
      kept.delete(id);
      const control = new AbortController();
      const pages = make(control.signal);
      const added = { revision, pages, control };
      kept.set(id, added);
      pages.then(
        (made) => printed.set(added, made),
        // A failed print is tried again at the next call.
        () => kept.get(id) === added && kept.delete(id),
      );
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
      return pages;
    },
    finished: (id, revision) => {
      const present = kept.get(id);
      return present?.revision === revision ? (printed.get(present) ?? null) : null;
    },
  };
}
