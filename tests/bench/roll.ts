import { rollReport } from "../../core/rollover/roll-report.ts";
import { reportOf } from "./inputs.ts";
import { ms, row, type Row } from "./table.ts";

const title = "青溪市审计局2024年工作报告";
const dense =
  "2024年，我局完成审计项目36个，较2023年增加4个，查出问题金额3,415万元。局长刘建华主持会议12次，副局长王伟、李强分别带队调研。根据《关于做好2024年工作的通知》（青审发〔2024〕3号），第三季度完成整改218项，截至2024年底，全部完成整改。";
const RUNS = 3;

/** CPU time, which other work of the computer changes least; the quickest of some runs. */
function cpuMs(run: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** Rolling a report of dense paragraphs into the next year. */
export function measureRoll(): Promise<readonly Row[]> {
  const rows = [1000, 4000].map((count): Row => {
    const report = reportOf([title, ...Array<string>(count).fill(dense)].join("\n"));
    const taken = cpuMs(() => {
      rollReport(report, { toYear: report.year + 1, id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date(0) });
    });
    return row("Roll forward, CPU", `${count} paragraphs`, ms(taken), { goal: "≤ 2 s at 4,000" });
  });
  return Promise.resolve(rows);
}
