import { compareFindings } from "../../core/check/compare-findings.ts";
import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { type Place } from "../../core/document/place.ts";
import { metaFields } from "../meta/meta-fields.ts";
import { setPanels, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { indexOfBlocks, shownFindings, standsNow, useCheck } from "./check-store.ts";

/** The place of a finding in the text as it stands now; null for 公文要素 and where its words have changed. */
function placeNow(finding: KnownFinding): Place | null {
  const { editor } = useStore.getState();
  const { checked } = useCheck.getState();
  if (!editor || checked === null) return null;
  const standing = standsNow(finding, checked, indexOfBlocks(editor.getBlocks()));
  return standing === null || isElementPlace(standing.place) ? null : standing.place;
}

/** Brings a finding into sight and marks it; cursor and keyboard stay where they are. */
export function showFinding(finding: KnownFinding): void {
  useCheck.setState({ current: finding.id });
  const place = placeNow(finding);
  if (place !== null) useStore.getState().editor?.places.show(place);
}

/** Puts the cursor at a finding's words, with the keyboard in the page. */
export function enterFinding(finding: KnownFinding): void {
  useCheck.setState({ current: finding.id });
  const { place } = finding;
  if (isElementPlace(place)) {
    announce({ message: `这一处在“公文要素”的${metaFields[place.element].label}里。` });
    return;
  }
  const now = placeNow(finding);
  if (now !== null) useStore.getState().editor?.goToPlace(now);
}

/** The finding to go on with: behind the one at hand, or behind the cursor; at the end it begins again. */
function nextFinding(back: boolean): KnownFinding | null {
  const state = useCheck.getState();
  const listed = shownFindings(state);
  const at = listed.findIndex(({ id }) => id === state.current);
  if (at >= 0) return listed.at((at + (back ? -1 : 1)) % listed.length) ?? null;
  const cursor = useStore.getState().editor?.findings.cursorPlace() ?? null;
  if (cursor === null) return listed.at(back ? -1 : 0) ?? null;
  const here = { place: cursor } as KnownFinding;
  const behind = listed.findIndex((finding) => compareFindings(finding, here) >= 0);
  if (back) return listed.at((behind < 0 ? listed.length : behind) - 1) ?? null;
  return listed[Math.max(behind, 0)] ?? null;
}

/** Whether the keyboard is in the panel beside the page. */
export const hasPanelKeyboard = (): boolean =>
  document.activeElement?.closest('[data-region="panel"]') instanceof Element;

/** Shows a finding in the panel and in the page; the keyboard stays on the side where it was. */
export function goToFinding(finding: KnownFinding, isInPanel: boolean): void {
  if (!isInPanel) {
    enterFinding(finding);
    return;
  }
  useCheck.setState({ takesKeyboard: true });
  showFinding(finding);
}

/** Goes on to the next finding; the panel comes along where there is one. */
export function goOn(back: boolean): void {
  const next = nextFinding(back);
  if (next === null) return;
  const isInPanel = hasPanelKeyboard();
  if (useStore.getState().panels.right) setPanels({ rightTab: "check" });
  useCheck.setState({ view: "findings" });
  goToFinding(next, isInPanel);
}
