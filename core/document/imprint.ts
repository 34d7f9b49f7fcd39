import { printedDate } from "./printed-date.ts";
import type { Meta } from "./schema.ts";
import type { Letterhead } from "./letterhead.ts";

/** 版记 in words: what stands at the foot of the last page (GB/T 9704-2012 7.4). "" = not given. */
export type Imprint = {
  /** With rules and 印发; that of a 信函 has neither (10.1). */
  readonly isRuled: boolean;
  /** 主送 where it is too long for the first page, without ：at its end. */
  readonly recipients: string;
  /** 抄送, with 。 at its end. */
  readonly copyRecipients: string;
  readonly printingOrgan: string;
  /** 2026年3月1日印发 */
  readonly printingDate: string;
};

const ended = (text: string): string => (text === "" ? "" : `${text.replace(/[。．.；;，,、\s]+$/u, "")}。`);

/**
 * 版记 of a report; null: its layout has none, or nothing is given.
 * @param meta as `metaOnPaper` has it
 */
export function imprintOf(meta: Meta, head: Letterhead | null): Imprint | null {
  if (head === null) return null;
  const isRuled = head.form !== "letter";
  const imprint: Imprint = {
    isRuled,
    recipients: "",
    copyRecipients: ended(meta.copyRecipients.replaceAll(/\s*\n\s*/gu, "").trim()),
    printingOrgan: meta.printingOrgan.trim(),
    printingDate: meta.printingDate !== "" ? `${printedDate(meta.printingDate)}印发` : "",
  };
  return imprintLines(imprint).length === 0 ? null : imprint;
}

/** 版记 in words, line by line, for files without pages. */
export function imprintLines({ recipients, copyRecipients, printingOrgan, printingDate }: Imprint): readonly string[] {
  const printing = [printingOrgan, printingDate].filter(Boolean).join("　");
  return [
    recipients === "" ? "" : `主送：${recipients}`,
    copyRecipients === "" ? "" : `抄送：${copyRecipients}`,
    printing,
  ].filter(Boolean);
}

/** 公文要素 that a 版记 shows. */
export const imprintKeys = (imprint: Imprint): readonly (keyof Meta)[] =>
  (["copyRecipients", "printingOrgan", "printingDate"] as const).filter((key) => imprint[key] !== "");
