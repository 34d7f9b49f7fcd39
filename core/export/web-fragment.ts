import { assembleReport, type ReportToPrint } from "../document/assemble.ts";
import { blocksToHtml } from "./html-blocks.ts";
import { exportText } from "./text.ts";

/** What goes to the clipboard for a website: the same report as HTML and as plain text with ordinals. */
export type WebFragment = { readonly html: string; readonly text: string };

/** Attributes of an opening tag by name. */
type Attributes = ReadonlyMap<string, string>;

const faces = { 0: "SimHei", 1: "SimHei", 2: "KaiTi", 3: "FangSong", 4: "FangSong" } as const;
const faceOf = (level: string | undefined): string => faces[Number(level ?? 3) as keyof typeof faces];
const text = "font-family:FangSong;font-size:16pt;line-height:2";
const cellStyle = "border:1px solid #000;padding:4px 8px;font-size:12pt";
const lineStyles: Readonly<Record<string, string>> = {
  caption: "text-align:center",
  imageCaption: "text-align:center",
  signatory: "text-align:right",
  date: "text-align:right",
  note: "text-indent:2em",
};

/** The looks of paper in the words of a style attribute; "" = none of its own. */
function styleOf(tag: string, attributes: Attributes, heading: Attributes): string {
  switch (attributes.get("class") ?? "") {
    case "report-title":
      return "text-align:center;font-family:SimSun;font-size:22pt;font-weight:bold;line-height:1.6";
    case "report-heading": {
      const level = attributes.get("data-level");
      if (attributes.get("data-form") !== "standalone") return `${text};text-indent:2em`;
      const place = level === "0" ? "text-align:center" : "text-indent:2em";
      return `font-family:${faceOf(level)};font-size:16pt;font-weight:normal;line-height:2;${place}`;
    }
    case "heading-part":
      return `display:inline;font-family:${faceOf(heading.get("data-level"))};font-size:16pt;font-weight:normal`;
    case "report-paragraph":
      return `${text};text-indent:2em`;
    case "report-line": {
      const isAbove = attributes.get("data-place") === "above";
      return [text, isAbove ? "text-align:right" : (lineStyles[attributes.get("data-role") ?? ""] ?? "")]
        .filter(Boolean)
        .join(";");
    }
    case "report-table":
      return "border-collapse:collapse;width:100%";
    case "report-cell-paragraph":
      return "margin:0";
    case "letterhead-mark":
      return "text-align:center;color:#ff0000;font-family:SimSun;font-size:26pt;font-weight:bold";
    case "letterhead-number":
      return `${text};text-align:center`;
    case "letterhead-marking":
    case "imprint-line":
      return text;
    default:
      return tag === "th" || tag === "td" ? cellStyle : "";
  }
}

const openingTag = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>/gu;
const attribute = / ([a-z-]+)="([^"]*)"/gu;
const isOwn = (name: string): boolean => name === "class" || name.startsWith("data-");

/**
 * A report for the editor of a website (复制为网页格式): headings, run-in ones too, tables with scopes, spans and alignment,
 * raised text and emphasis as elements, 公文要素 in their places; no classes, which such an editor would not know. Pictures
 * are named, as a clipboard carries none beside a text.
 *
 * @param inlineStyles faces, sizes and indents as on paper, in style attributes
 */
export function webFragment(report: ReportToPrint, { inlineStyles }: { readonly inlineStyles: boolean }): WebFragment {
  let heading: Attributes = new Map();
  const html = blocksToHtml(assembleReport(report), () => null)
    .replaceAll(/<div class="page-break"><\/div>\n?/gu, "")
    .replaceAll(openingTag, (_, tag: string, written: string) => {
      const attributes = new Map(Array.from(written.matchAll(attribute), ([, name = "", value = ""]) => [name, value]));
      if (attributes.get("class") === "report-heading") heading = attributes;
      const styles = [
        attributes.get("style") ?? "",
        inlineStyles ? styleOf(tag, attributes, heading) : "",
        // a website cannot know it otherwise
        alignmentOf(tag, attributes),
      ].filter((style) => style !== "");
      const kept = [...attributes].filter(([name]) => !isOwn(name) && name !== "style");
      const style = styles.length === 0 ? "" : ` style="${styles.join(";")}"`;
      return `<${tag}${kept.map(([name, value]) => ` ${name}="${value}"`).join("")}${style}>`;
    });
  return { html, text: exportText(report) };
}

function alignmentOf(tag: string, attributes: Attributes): string {
  if (tag === "th") return "text-align:center";
  const align = attributes.get("data-align");
  return align === undefined ? "" : `text-align:${align === "end" ? "right" : align}`;
}
