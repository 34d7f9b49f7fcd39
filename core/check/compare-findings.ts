import { comparePlaces } from "../document/place.ts";
import { type Finding, isElementPlace } from "./finding.ts";

/** The order of the text, 公文要素 first. */
export function compareFindings({ place: one }: Finding, { place: other }: Finding): number {
  if (isElementPlace(one) && isElementPlace(other)) return one.entry - other.entry || one.start - other.start;
  if (isElementPlace(one)) return -1;
  if (isElementPlace(other)) return 1;
  return comparePlaces(one, other);
}
