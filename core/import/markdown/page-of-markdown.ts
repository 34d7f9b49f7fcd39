import { micromark } from "micromark";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { isAddress, type PreparedMarkdown, prepareMarkdown } from "./prepare-markdown.ts";
import { parseOrdinal } from "../../document/parse-ordinal.ts";

/** A Markdown text as a page, which the readers of pages know how to read. */
export type MarkdownPage = {
  readonly page: string;
  /** What is to be told, in Chinese, one entry a kind. */
  readonly told: readonly { readonly code: string; readonly message: string }[];
  /** Words that were left out and are told, or that are signs for Markdown alone. */
  readonly leftOut: readonly string[];
};

/** What is met on the way. */
type Met = { readonly addresses: string[]; readonly images: string[]; readonly leftOut: string[]; comments: number };

const mostNamed = 3;
const longestNamed = 60;

const toHtml = (source: string): string =>
  micromark(source, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    // 3~5项 strikes nothing through; lines that begin with blanks are paragraphs, not code
    extensions: [
      gfmTable(),
      gfmStrikethrough({ singleTilde: false }),
      cjkFriendlyExtension(),
      { disable: { null: ["codeIndented"] } },
    ],
    htmlExtensions: [gfmTableHtml(), gfmStrikethroughHtml()],
  });

/** Replaces elements up to the last end mark, so that marks without an end cost no time. */
function replaceElements(
  html: string,
  end: string,
  element: RegExp,
  by: (...parts: (string | undefined)[]) => string,
): string {
  const last = html.lastIndexOf(end);
  return last < 0 ? html : html.slice(0, last + end.length).replaceAll(element, by) + html.slice(last + end.length);
}

const unescaped = (text: string): string =>
  text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

function decoded(address: string): string {
  try {
    return decodeURI(unescaped(address));
  } catch {
    return unescaped(address);
  }
}

/** Code is text of the report like any other, line by line. */
const withoutCode = (html: string, met: Met): string =>
  replaceElements(html, "</code></pre>", /<pre><code([^>]*)>([^]*?)<\/code><\/pre>/gu, (_, attributes, code) => {
    met.leftOut.push(attributes ?? "");
    const lines = (code ?? "").split("\n").filter((line) => line.trim() !== "");
    return lines.map((line) => `<p>${line}</p>`).join("\n");
  });

/** Links give their words; [2023](1) never was one. */
const withoutLinks = (html: string, met: Met): string =>
  replaceElements(
    html,
    "</a>",
    /<a href="([^"]*)"(?: title="([^"]*)")?>([^]*?)<\/a>/gu,
    (_, given = "", title = "", words = "") => {
      const address = decoded(given);
      if (!isAddress(address)) return `[${words}](${address.replaceAll("<", "&lt;")}${title && ` "${title}"`})`;
      met.leftOut.push(address, unescaped(given), unescaped(title));
      if (address.replace(/^mailto:/iu, "") !== unescaped(words)) met.addresses.push(address);
      return words;
    },
  );

const withoutImages = (html: string, met: Met): string =>
  html.replaceAll(/<img src="([^"]*)" alt="([^"]*)"(?: title="([^"]*)")? \/>/gu, (image, given, alt, title) => {
    const [address, words] = [String(given), unescaped(String(alt))];
    const isInside = /^data:image\/(?:png|jpe?g);base64,/iu.test(address);
    met.leftOut.push(
      words,
      unescaped(String(title ?? "")),
      isInside ? unescaped(address) : decoded(address),
      unescaped(address),
    );
    if (isInside) return image;
    met.images.push(words === "" ? decoded(address) : words);
    return "";
  });

function countComments(html: string, met: Met): void {
  for (let at = html.indexOf("<!--"); at >= 0;) {
    const end = html.indexOf("-->", at);
    if (end < 0) return;
    met.comments += 1;
    met.leftOut.push(html.slice(at, end));
    at = html.indexOf("<!--", end);
  }
}

/** A lone # above all else is the title; the highest of the others are headings of the first level. */
function withLevels(html: string): string {
  const levels = Array.from(html.matchAll(/<h([1-6])>/gu), ([, level]) => Number(level));
  const first = /<h1>([^]*?)<\/h1>/u.exec(html)?.[1]?.replaceAll(/<[^>]*>/gu, "") ?? "";
  const isTitled =
    levels[0] === 1 && levels.filter((level) => level === 1).length === 1 && parseOrdinal(first) === null;
  const others = isTitled ? levels.slice(1) : levels;
  const shift = others.reduce((least, level) => Math.min(least, level), 6) - 1;
  const titled = isTitled ? html.replace(/<h1>([^]*?)<\/h1>/u, '<p class="MsoTitle">$1</p>') : html;
  return titled.replaceAll(
    /<(\/?)h([1-6])>/gu,
    (_, slash: string, level: string) => `<${slash}h${Number(level) - shift}>`,
  );
}

const named = (names: readonly string[]): string =>
  `${names
    .slice(0, mostNamed)
    .map((name) => `“${name.length > longestNamed ? `${name.slice(0, longestNamed)}…` : name}”`)
    .join("、")}${names.length > mostNamed ? "等" : ""}`;

/** What the writer is told of a Markdown text. */
function toldOf(
  met: Met,
  { hasFrontMatter, notes, literal }: Pick<PreparedMarkdown, "hasFrontMatter" | "notes" | "literal">,
): MarkdownPage["told"] {
  const entries: readonly (readonly [code: string, count: number, message: string])[] = [
    ["markdown-front-matter", hasFrontMatter ? 1 : 0, "文首“---”之间的文件说明（如 title、date）没有导入。"],
    [
      "markdown-links",
      met.addresses.length,
      `有 ${met.addresses.length} 处链接，只留下文字，没有留下网址（${named(met.addresses)}）。`,
    ],
    [
      "markdown-images",
      met.images.length,
      `有 ${met.images.length} 张图片不在文件里，没有读入（${named(met.images)}）。请重新插入。`,
    ],
    ["markdown-notes", notes, `有 ${notes} 条脚注，已用“〔注：……〕”写入正文。请核对位置。`],
    [
      "markdown-literal",
      literal,
      `有 ${literal} 段的星号、下划线或层层相套的列表符号太多，不像 Markdown，已照原样保留。请核对。`,
    ],
    ["markdown-comments", met.comments, `有 ${met.comments} 处注释（<!-- -->），没有读入。`],
  ];
  return entries.flatMap(([code, count, message]) => (count > 0 ? [{ code, message }] : []));
}

/** Makes a page of a text in Markdown: headings, lists with their numbers, tables, bold; the rest becomes paragraphs. */
export function pageOfMarkdown(text: string): MarkdownPage {
  const { source, leftOut, hasFrontMatter, notes, literal } = prepareMarkdown(text);
  const met: Met = { addresses: [], images: [], leftOut: [...leftOut], comments: 0 };
  const html = withoutImages(withoutLinks(withoutCode(toHtml(source), met), met), met);
  countComments(html, met);
  const page = withLevels(html)
    .replaceAll(/<(\/?)del>/gu, "<$1s>")
    .replaceAll(
      /<li>(\s*(?:<p>)?)\[([ xX])\](?=\s)/gu,
      (_, before: string, mark: string) => `<li style="list-style-type:none">${before}${mark === " " ? "☐" : "☑"}`,
    );
  return {
    page: `<!DOCTYPE html><html><body>${page}</body></html>`,
    told: toldOf(met, { hasFrontMatter, notes, literal }),
    leftOut: met.leftOut,
  };
}
