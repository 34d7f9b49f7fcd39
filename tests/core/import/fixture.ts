import { existsSync, readFileSync } from "node:fs";

const read = (url: URL): string => readFileSync(url, "utf8");

/** A text in the forms that real reports come in, in words of its own. */
export function fixtureText(name: string): string {
  return read(new URL(`../../fixtures/text/${name}.txt`, import.meta.url));
}

/** A report of rolling forward, in the forms of real ones: thirty items in half-width marks, what a conversion left behind. */
export function rolledFixtureText(name: string): string {
  return read(new URL(`../../fixtures/rollover/${name}.txt`, import.meta.url));
}

/** Real published reports, where this computer has them beside the repository; null otherwise. */
export function sampleText(name: string): string | null {
  const url = new URL(`../../../../shared/samples/${name}.txt`, import.meta.url);
  return existsSync(url) ? read(url) : null;
}
