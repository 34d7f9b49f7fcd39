import { groupByKind, type ReplacementKind } from "../../core/replace/group-by-kind.ts";
import { isChosenAtFirst, type JudgedHit } from "../../core/replace/judge-hits.ts";

/** A judged hit with a name of its own in the list. */
export type ListedHit = JudgedHit & { readonly id: string };

/** What the writer chose otherwise than it was at first, by the ids of hits. */
export type HitChoice = ReadonlyMap<string, boolean>;

export const isChosen = (hit: ListedHit, choice: HitChoice): boolean =>
  hit.lockedBy === null && (choice.get(hit.id) ?? isChosenAtFirst(hit));

export const chosenOf = <H extends ListedHit>(hits: readonly H[], choice: HitChoice): readonly H[] =>
  hits.filter((hit) => isChosen(hit, choice));

export function choose(choice: HitChoice, hits: readonly ListedHit[], chosen: boolean): HitChoice {
  return new Map([...choice, ...hits.map(({ id }) => [id, chosen] as const)]);
}

/** A heading of the list and the hits that it stands for. */
export type HitGroup<H extends ListedHit = ListedHit> = {
  readonly key: string;
  /** 0 = a report, 1 = a kind of hits. */
  readonly level: 0 | 1;
  readonly label: string;
  readonly note: string;
  readonly hits: readonly H[];
};

/** Why a hit is not chosen at first; "" where nothing speaks against it. */
export function hitNote({ lockedBy, insideName, partOfLongerWord, kind }: JudgedHit): string {
  if (lockedBy === "year") return "随报告年度变化";
  if (lockedBy === "figure") return "台账中的数据，不能替换";
  if (lockedBy === "blank") return "空白的提示，不能替换";
  if (insideName !== null) return `在${insideName}名称中`;
  return partOfLongerWord ? `属于“${kind}”` : "";
}

function groupNote({ reason, kind }: ReplacementKind): string {
  switch (reason) {
    case "word":
      return "";
    case "longerWord":
      return `属于“${kind}”，请逐处看过再选`;
    case "name":
      return `在${kind}名称中，请逐处看过再选`;
    case "year":
      return "随报告年度变化，不能替换";
    case "figure":
      return "台账中的数据，不能替换";
    case "blank":
      return "空白的提示，不能替换";
  }
}

/** Hits under one heading a kind. @param prefix tells the kinds of one report from those of another */
export const kindGroups = <H extends ListedHit>(hits: readonly H[], prefix = ""): readonly HitGroup<H>[] =>
  groupByKind(hits).map((group) => ({
    key: `${prefix}${group.reason} ${group.kind}`,
    level: 1,
    label: group.kind,
    note: groupNote(group),
    hits: group.hits,
  }));

export type HitRow<H extends ListedHit = ListedHit> =
  { readonly kind: "group"; readonly group: HitGroup<H> } | { readonly kind: "hit"; readonly hit: H };

/** The list, line by line. A report's own heading is followed by the headings of its kinds. */
export const rowsOf = <H extends ListedHit>(groups: readonly HitGroup<H>[]): readonly HitRow<H>[] =>
  groups.flatMap((group): readonly HitRow<H>[] => [
    { kind: "group", group },
    ...(group.level === 0 ? [] : group.hits.map((hit) => ({ kind: "hit", hit }) as const)),
  ]);
