import { FileClock, FolderOpen, LayoutTemplate, type LucideIcon } from "lucide-react";
import { newReport, openFiles, rollReport, runCommand } from "../commands.ts";
import styles from "./first-run.module.css";

type Choice = {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text: string;
  readonly run: () => void;
};

const choices: readonly Choice[] = [
  {
    icon: FileClock,
    title: "用去年的报告开始",
    text: "选去年的报告（Word、WPS 或文本文件），年份自动改好，可能过时的内容逐处列出来待核。",
    run: () => void runCommand(rollReport),
  },
  {
    icon: LayoutTemplate,
    title: "从模板开始",
    text: "五种年度报告的提纲和写作提示已经备好，要填的地方都留了空白。",
    run: () => void runCommand(newReport),
  },
  {
    icon: FolderOpen,
    title: "打开文件",
    text: "把手头写到一半的 Word、WPS 或文本文件放进来接着写，也可以直接拖到这个窗口里。",
    run: () => void runCommand(openFiles),
  },
];

/** What a new user sees: three ways to begin, and nothing else. */
export function FirstRun() {
  return (
    <div className={styles.place}>
      <h2 className={styles.title}>从哪里开始写今年的报告</h2>
      <ul className={styles.choices}>
        {choices.map(({ icon: Icon, title, text, run }) => (
          <li key={title}>
            <button type="button" className={styles.choice} onClick={run}>
              <Icon className={styles.icon} size={26} strokeWidth={1.5} aria-hidden />
              <span className={styles.name}>{title}</span>
              <span className={styles.text}>{text}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.note}>报告只存放在这台计算机上，随写随存。</p>
    </div>
  );
}
