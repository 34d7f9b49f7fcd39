import type { Figures } from "../document/figures.ts";
import { operandsOf } from "./derive-figures.ts";

/**
 * 已核对: an entered figure that somebody has confirmed; a derived one as soon as all that it is reckoned from is. What a
 * formula lacks keeps it open.
 */
export function isConfirmed(figures: Figures, id: string): boolean {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const figure = Object.hasOwn(figures, next) ? figures[next] : undefined;
    if (figure === undefined || figure.value === "") return false;
    if (figure.formula === null) {
      if (figure.confirmed === null) return false;
    } else open.push(...operandsOf(figure.formula));
  }
  return true;
}
