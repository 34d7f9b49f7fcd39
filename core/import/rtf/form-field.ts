/** A field of a form: its kind, what is chosen, and the entries of its list. */
export type FormField = {
  readonly readWord: (name: string, value: number | null) => void;
  readonly addEntry: (entry: string) => void;
  /** What it shows besides its words: a box, or the chosen entry. */
  readonly shown: () => string;
};

const kinds = { box: 1, list: 2 } as const;
/** Nothing was chosen: the usual one counts. */
const undecided = 25;

export function createFormField(): FormField {
  let kind = 0;
  let result = undecided;
  let usual = 0;
  const entries: string[] = [];
  return {
    readWord: (name, value) => {
      if (name === "fftype") kind = value ?? 0;
      else if (name === "ffres") result = value ?? undecided;
      else if (name === "ffdefres") usual = value ?? 0;
    },
    addEntry: (entry) => void entries.push(entry.trim()),
    shown: () => {
      const chosen = result === undecided ? usual : result;
      if (kind === kinds.box) return chosen === 1 ? "☑" : "☐";
      return kind === kinds.list ? (entries[chosen] ?? "") : "";
    },
  };
}
