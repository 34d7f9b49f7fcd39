import { fontRoles } from "../../layout/font-role.ts";
import { fontChains, timesFaces } from "../../layout/fonts.ts";
import type { DocxFaces } from "./docx-options.ts";
import { element, valueElement, wordNamespace, xmlDeclaration } from "./xml.ts";

/** GB 2312, as Windows numbers character sets. */
const chineseCharset = "86";

/** `word/fontTable.xml`: tells a computer without a face that it is a Chinese one, and which comes nearest. */
export function fontTableXml({ fonts, layout }: DocxFaces): string {
  const chinese = fontRoles.map((role) => {
    const name = fonts[role];
    const nearest = fontChains[role].requested.filter((other) => other !== name).slice(0, 3);
    return element(
      "w:font",
      { "w:name": name },
      valueElement("w:altName", nearest.join(",")),
      valueElement("w:charset", chineseCharset),
      valueElement("w:family", fontChains[role].generic === "serif" ? "roman" : "swiss"),
      valueElement("w:pitch", "default"),
    );
  });
  const western = element(
    "w:font",
    { "w:name": timesFaces[0] },
    valueElement("w:charset", "00"),
    valueElement("w:family", "roman"),
    valueElement("w:pitch", "variable"),
  );
  return (
    xmlDeclaration + element("w:fonts", wordNamespace, ...chinese, layout.style.westernFace === "times" ? western : "")
  );
}
