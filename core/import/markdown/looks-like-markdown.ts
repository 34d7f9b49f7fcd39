const fence = /^\s{0,3}(?:`{3,}|~{3,})/u;
const heading = /^#{1,6}\s+\S/u;
const bullet = /^\s{0,6}[-*+]\s+\S/u;
const quote = /^>\s?\S/u;
const link = /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/|\.{1,2}\/)[^)\s]{1,500}\)/u;
/** Not 张**同志、李**同志 nor 138****1234, where stars hide something. */
const bold = /(?<=^|[\s\p{P}])(?<!\*)\*\*[^\s*][^*\n]{0,200}\*\*(?!\*)/gu;
/** The line under the head of a table. */
const ruleOfTable = /^\s{0,3}\|?\s{0,9}:?-{2,}:?\s{0,9}(?:\|\s{0,9}:?-{2,}:?\s{0,9})+\|?\s{0,9}$/u;
const longestText = 2_000_000;

type Signs = {
  headings: number;
  bolds: number;
  bullets: number;
  quotes: number;
  links: number;
  fences: number;
  tables: number;
};

function signsOf(text: string): Signs {
  const signs: Signs = { headings: 0, bolds: 0, bullets: 0, quotes: 0, links: 0, fences: 0, tables: 0 };
  let isCode = false;
  let above = "";
  for (const line of text.split(/\r\n|[\n\r]/u)) {
    if (fence.test(line)) {
      isCode = !isCode;
      signs.fences += 1;
    } else if (!isCode) {
      if (heading.test(line)) signs.headings += 1;
      if (bullet.test(line)) signs.bullets += 1;
      if (quote.test(line)) signs.quotes += 1;
      if (link.test(line)) signs.links += 1;
      if (above.includes("|") && ruleOfTable.test(line)) signs.tables += 1;
      signs.bolds += line.match(bold)?.length ?? 0;
    }
    above = line;
  }
  return signs;
}

/**
 * Whether a plain text is written in Markdown. Numbered lines, a lone star or # and lines that begin with a dash are in
 * any text and prove nothing: what has another sense nowhere else must be there twice, or two kinds of it.
 */
export function looksLikeMarkdown(text: string): boolean {
  if (text.length > longestText) return false;
  const { headings, bolds, bullets, quotes, links, fences, tables } = signsOf(text);
  if (tables > 0 || headings >= 2 || bolds >= 2) return true;
  const kinds = [headings > 0, bolds > 0, links > 0, fences >= 2].filter(Boolean).length;
  const others = [bullets >= 2, quotes > 0].filter(Boolean).length;
  return kinds >= 2 || (kinds === 1 && others > 0);
}
