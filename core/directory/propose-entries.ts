import { inlineText } from "../document/content-text.ts";
import { paragraphsOf } from "../document/block-content.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import { titleOf } from "../document/title.ts";
import { isOrganName, organsOf } from "../import/organ-name.ts";
import { findNamesAtPosts } from "../rollover/find-names.ts";
import { ownOrganIn } from "../rollover/organ-names.ts";
import { rangeAt, type Range } from "../rollover/ranges.ts";
import { viewOf } from "../rollover/text-view.ts";
import { directoryChanges, type DirectoryChange } from "./merge-entries.ts";
import { type DirectoryEntry, keyOfEntry, LONGEST_NAME } from "./directory.ts";

/** What the library's reports would add to 名录 or change in it, for a person to choose from. */
export type ProposedEntry = {
  readonly change: DirectoryChange;
  /** How many places name it, */
  readonly count: number;
  /** and the reports that do, by title. */
  readonly titles: readonly string[];
};

const organ = (name: string, short = "", isOwn = false): DirectoryEntry => ({
  kind: "organ",
  name,
  short,
  others: [],
  isOwn,
});

/** 市人民政府、市委法治办： → its organs. */
const organsIn = (text: string): readonly string[] =>
  text
    .split(/[、，,；;：:。\n]/u)
    .flatMap((part) => organsOf(part.trim()))
    .filter((name) => isOrganName(name) && name.length <= LONGEST_NAME);

function ofMeta(meta: Meta, title: string): readonly DirectoryEntry[] {
  // joint organs sign too: who the title begins with, or the issuing organ, is the one whose report it is
  const own = ownOrganIn(title, meta);
  const others = [...meta.jointOrgans, ...meta.signatories, meta.mainRecipients, meta.copyRecipients];
  const names = others.flatMap(organsIn).filter((name) => name !== own);
  return [...(own === null ? [] : [organ(own, "", true)]), ...names.map((name) => organ(name))];
}

const introduced =
  /(?<full>[\p{Script=Han}]{3,40})[（(]以下(?:简称|统称)(?:为)?[“"]?(?<short>[\p{Script=Han}]{2,20})[”"]?[）)]/gu;
/** What leads to a name and is no part of it. */
const lead = /^.*(?:[由向经与和及对按从据为在将把给到受会同]|根据|按照|贯彻|落实)(?=[\p{Script=Han}]{4,}$)/u;

/** 青石县审计局（以下简称县审计局） */
function ofShortForms(text: string): readonly DirectoryEntry[] {
  if (!text.includes("以下")) return [];
  return Array.from(text.matchAll(introduced), ({ groups }): readonly DirectoryEntry[] => {
    const [words, short] = [groups?.["full"] ?? "", groups?.["short"] ?? ""];
    const full = words.replace(lead, "");
    // a short form is made of the characters of the full one, or it explains something else
    const isOfName = Array.from(short).every((letter) => full.includes(letter));
    return isOrganName(full) && isOrganName(short) && isOfName ? [organ(full, short)] : [];
  }).flat();
}

const leading = /长|书记|主任|主席|局长|组长|总审计师|总工|会计师|经济师|调研员|巡视员|主委/u;

/** 党组书记、局长郑海 */
function ofPeople(text: string): readonly DirectoryEntry[] {
  const view = viewOf(text);
  const seen: Range[] = [];
  return findNamesAtPosts(view).flatMap(({ name, post }): readonly DirectoryEntry[] => {
    const words = text.slice(name.start, name.end).replace(/\s/gu, "");
    const held = text.slice(post.start, post.end);
    const isMasked = /[×*XxＸ某○〇]/u.test(words);
    if (isMasked || words.length < 2 || !leading.test(held) || rangeAt(seen, name) !== undefined) return [];
    seen.push(name);
    return [{ kind: "person", name: words, post: held }];
  });
}

const department =
  /(?<=^|[，。；：、（“由与和及经请向对在]|我局|本局|机关|局)(?<name>[\p{Script=Han}]{2,6}(?:科|处|股|室))(?=$|[，。；：、）”]|牵头|负责|会同|配合|[与和及等]|联合|组织|共同|按|对|根据|承办|主办|提供|报送)/gu;
const noDepartment =
  /^(?:各|有关|相关|其他|其它|所属|全体|业务|内设|机关|责任|牵头|承办|主办|我|本|该|局|每|涉及|对应|两|三|四|五|多|几|一|二|下属|基层|上述|同|[^室]*(?:教|会议|阅览|活动|接待|值班|谈话|档案|资料)室$)|[与和及等的]|(?:到|位|用|好|某|处)处$|科科$/u;

function ofDepartments(text: string): readonly DirectoryEntry[] {
  if (!/[科处股室]/u.test(text)) return [];
  return Array.from(text.matchAll(department), ({ groups }) => groups?.["name"] ?? "")
    .filter((name) => !noDepartment.test(name))
    .map((name): DirectoryEntry => ({ kind: "department", name, short: "", others: [] }));
}

type Source = Pick<ReportDocument, "body" | "meta" | "year">;

function entriesIn(report: Source, title: string): readonly DirectoryEntry[] {
  const { body, meta, year } = report;
  const texts = blocksFromBody(body)
    .flatMap(paragraphsOf)
    .map((content) => inlineText(content, year));
  return [
    ...ofMeta(meta, title),
    ...texts.flatMap((text) => [...ofShortForms(text), ...ofPeople(text), ...ofDepartments(text)]),
  ];
}

/** A department that one place names may be a slip of the pattern or of the pen. */
const FEWEST_DEPARTMENTS = 2;

/**
 * What the reports of the library name that 名录 does not hold: organs of 公文要素 and of （以下简称…）, people with their
 * posts, departments. What two reports say differently is taken from the later year. The work grows with their length.
 */
export function proposeEntries(
  entries: readonly DirectoryEntry[],
  reports: readonly Source[],
): readonly ProposedEntry[] {
  const inOrder = [...reports].sort((one, other) => one.year - other.year);
  const counts = new Map<string, { count: number; readonly titles: Set<string> }>();
  const given: DirectoryEntry[] = [];
  for (const report of inOrder) {
    const title = titleOf(blocksFromBody(report.body), report.year);
    for (const entry of entriesIn(report, title)) {
      const known = counts.get(keyOfEntry(entry)) ?? { count: 0, titles: new Set<string>() };
      known.count += 1;
      known.titles.add(title);
      counts.set(keyOfEntry(entry), known);
      given.push(entry);
    }
  }
  return directoryChanges(entries, given).flatMap((change): readonly ProposedEntry[] => {
    const { count = 0, titles = [] } = counts.get(keyOfEntry(change.after)) ?? {};
    if (change.after.kind === "department" && count < FEWEST_DEPARTMENTS) return [];
    return [{ change, count, titles: [...titles] }];
  });
}
