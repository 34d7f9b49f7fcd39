/**
 * A page with the text of its CDATA sections as text: a browser takes them for comments, and their words would be gone
 * without a message. Linear in the page's length.
 */
export function withOpenCdata(page: string): string {
  const [before = "", ...sections] = page.split(/<!\[CDATA\[/iu);
  const opened = sections.map((section) => {
    const end = section.indexOf("]]>");
    if (end < 0) return section;
    return asText(section.slice(0, end)) + section.slice(end + "]]>".length);
  });
  return before + opened.join("");
}

const asText = (words: string): string => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
