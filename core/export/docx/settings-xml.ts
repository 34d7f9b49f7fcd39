import { charactersToPt, type Layout } from "../../layout/rules/layout.ts";
import { ptToTwip } from "../../layout/units.ts";
import { element, valueElement, wordNamespace, xmlDeclaration } from "./xml.ts";

const compatUri = "http://schemas.microsoft.com/office/word";

/** Word 2013 and later; an older mode lays lines and tables out by older rules. */
const compatSettings: Readonly<Record<string, number>> = {
  compatibilityMode: 15,
  overrideTableStyleFontSizeAndJustification: 1,
  enableOpenTypeFeatures: 1,
  doNotFlipMirrorIndents: 1,
  differentiateMultirowTableHeaders: 1,
};

/** `word/settings.xml`. */
export function settingsXml(layout: Layout): string {
  return (
    xmlDeclaration +
    element(
      "w:settings",
      wordNamespace,
      element("w:zoom", { "w:percent": 100 }),
      valueElement("w:defaultTabStop", ptToTwip(charactersToPt(layout.firstLineIndentCharacters, layout))),
      element("w:evenAndOddHeaders"),
      // Every mark keeps its full width, as on the page that is printed
      valueElement("w:characterSpacingControl", "doNotCompress"),
      element(
        "w:compat",
        {},
        // A line that the writer ended is not stretched to the edge
        element("w:doNotExpandShiftReturn"),
        ...Object.entries(compatSettings).map(([name, value]) =>
          element("w:compatSetting", { "w:name": name, "w:uri": compatUri, "w:val": value }),
        ),
      ),
      valueElement("w:decimalSymbol", "."),
      valueElement("w:listSeparator", ","),
    )
  );
}
