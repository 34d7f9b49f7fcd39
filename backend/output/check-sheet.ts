import { rulesOn } from "../../core/check/choose-rules.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { titleOf } from "../../core/document/title.ts";
import { readHouse } from "../store/read-house.ts";
import type { Store } from "../store/store.ts";
import type { ReportWork } from "../work/report-work.ts";
import type { WorkingPaper } from "./working-papers.ts";

type Sources = {
  readonly store: Pick<Store, "reports" | "settings" | "directory" | "words" | "houseStyle">;
  readonly work: Pick<ReportWork, "makeCheckSheet">;
};

/**
 * 校核单 of a report as last saved, by the rules that the house has on.
 * @throws AppError report-not-found and whatever reading throws; its making work-too-slow, work-too-large, cancelled
 */
export async function checkSheet({ store, work }: Sources, id: string, signal?: AbortSignal): Promise<WorkingPaper> {
  const report = await store.reports.read(id);
  return {
    title: titleOf(blocksFromBody(report.body), report.year),
    suffix: "校核单",
    make: async (options) => {
      const { checkRules } = await store.settings.read();
      const rules = rulesOn(checkRules).map((rule) => rule.id);
      return work.makeCheckSheet({ report, rules, options, house: await readHouse(store) }, signal);
    },
  };
}
