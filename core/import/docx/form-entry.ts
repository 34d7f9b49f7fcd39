import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "../word/xml.ts";

/** What is chosen in a form, which the file holds with the field and not with the text: an entry of a list, a box. */
export function formEntry(element: XmlElement): string {
  const form = childOf(element, "w:ffData");
  const box = childOf(form, "w:checkBox");
  if (box !== undefined) return (switchOf(box, "w:checked") ?? switchOf(box, "w:default")) === true ? "☑" : "☐";
  const list = childOf(form, "w:ddList");
  const entries = elementsOf(list).filter(({ name }) => name === "w:listEntry");
  const chosen = numberFrom(valueOf(list, "w:result") ?? valueOf(list, "w:default")) ?? 0;
  return attributeOf(entries[chosen], "w:val") ?? "";
}
