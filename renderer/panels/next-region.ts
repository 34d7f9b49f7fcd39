import { useStore } from "../store.ts";

const REGION = "[data-region]";
const CONTROLS = 'button:not(:disabled), input, [role="tab"][tabindex="0"], [role="treeitem"][tabindex="0"]';

/**
 * Takes the keyboard from one part of the window to the next: header, toolbar, outline, page, panels, status line.
 * The way out of the page, where Tab goes from blank to blank.
 */
export function goToNextRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter((region) => region.offsetParent !== null);
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = back ? -1 : 1;
  const start = current < 0 && back ? 0 : current;
  for (let count = 1; count <= regions.length; count++) {
    const region = regions[(start + step * count + regions.length * 2) % regions.length];
    if (region && focusRegion(region)) return;
  }
}

function focusRegion(region: HTMLElement): boolean {
  if (region.dataset["region"] === "page") {
    useStore.getState().editor?.focus();
    return true;
  }
  const control = region.querySelector<HTMLElement>(CONTROLS);
  control?.focus();
  return control !== null;
}
