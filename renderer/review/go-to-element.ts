import { flushSync } from "react-dom";
import { metaFields } from "../meta/meta-fields.ts";
import { setPanels } from "../store.ts";

/** Opens the form of 公文要素 at the field of an element. */
export function goToElement(element: keyof typeof metaFields): void {
  // drawn at once: what is typed next is meant for the field
  flushSync(() => setPanels({ right: true, rightTab: "meta" }));
  const { label } = metaFields[element];
  if (focusField(label)) return;
  // rarely used elements are folded away
  flushSync(() => document.querySelector<HTMLElement>('[data-region="panel"] button[aria-expanded="false"]')?.click());
  focusField(label);
}

function focusField(label: string): boolean {
  const labels = document.querySelectorAll<HTMLLabelElement>('[data-region="panel"] label');
  const control = [...labels].find((one) => one.textContent === label)?.control;
  control?.focus();
  control?.scrollIntoView({ block: "center" });
  return control !== null && control !== undefined;
}
