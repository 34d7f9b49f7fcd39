import { formatWhen } from "../format-when.ts";

/** The stored file was damaged and an older version was opened: names the file that keeps the damaged text. */
export function recoveryMessage(damagedFileName: string, restoredFrom: Date, now: Date): string {
  return (
    `这份报告的文件损坏了，已打开${formatWhen(restoredFrom, now)}保存的上一个版本，请核对最后写的内容还在不在。` +
    `损坏的文件没有删除，留作“${damagedFileName}”。`
  );
}
