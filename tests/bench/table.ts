/** One line of the result: what was measured on how much text, and how it compares. */
export type Row = {
  readonly what: string;
  readonly text: string;
  readonly result: string;
  /** What it is held against, measured in the same run. */
  readonly against: string;
  readonly ratio: string;
  readonly goal: string;
};

const columns = {
  what: "measure",
  text: "characters",
  result: "result",
  against: "against",
  ratio: "ratio",
  goal: "goal",
} as const satisfies Record<keyof Row, string>;

export function row(what: string, text: string, result: string, rest: Partial<Row> = {}): Row {
  return { what, text, result, against: "", ratio: "", goal: "", ...rest };
}

export const ms = (value: number): string => (value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`);
export const times = (value: number): string => `${value.toFixed(2)}×`;
export const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

/** The rows as a Markdown table. */
export function formatTable(rows: readonly Row[]): string {
  const keys = Object.keys(columns) as (keyof Row)[];
  const lines = [columns, Object.fromEntries(keys.map((key) => [key, "---"])) as Row, ...rows];
  return lines.map((line) => `| ${keys.map((key) => line[key]).join(" | ")} |`).join("\n");
}
