import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { isSameText } from "../../core/document/place.ts";
import { placedTexts } from "../../core/document/placed-texts.ts";
import { type Checked } from "./check-client.ts";

/** The text that the place of a finding counts in, as it was checked. */
export function textOfFinding({ place }: KnownFinding, { asked }: Checked): string {
  const { year, meta } = asked.around;
  if (isElementPlace(place)) return [meta[place.element]].flat()[place.entry] ?? "";
  const block = asked.blocks[place.block];
  if (block === undefined) return "";
  return placedTexts(block, place.block, year).find(({ at }) => isSameText(at, place))?.text ?? "";
}
