import { useStore } from "../store.ts";

const REGION = "[data-region]";
const CONTROLS = '[role="treeitem"][tabindex="0"], button:not(:disabled, [tabindex="-1"]), input';

/**
 * Takes the keyboard from one part of the window to the next: page, panel, rail, footer, header, toolbar, outline.
 * The way out of the page, where Tab goes from blank to blank.
 */
export function goToNextRegion(back: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter((region) => region.offsetParent !== null);
  // In a small window the tools stand within the header: the innermost region counts.
  const own = document.activeElement?.closest<HTMLElement>(REGION) ?? null;
  const current = own ? regions.indexOf(own) : -1;
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
  const controls = [...region.querySelectorAll<HTMLElement>(CONTROLS)];
  const control =
    controls.find((one) => one.role === "treeitem") ?? controls.find((one) => one.offsetParent !== null) ?? null;
  control?.focus();
  return control !== null;
}
