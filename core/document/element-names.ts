import type { LayoutPreset, Meta } from "./schema.ts";

/** 公文要素 as the standard and the form name them, in the order of the standard (GB/T 9704-2012 7.2–7.4). */
export const elementNames = {
  copyNumber: "份号",
  secrecy: "密级和保密期限",
  urgency: "紧急程度",
  issuingOrgan: "发文机关",
  documentNumber: "发文字号",
  signedOffBy: "签发人",
  mainRecipients: "主送",
  attachmentNames: "附件说明",
  signatories: "署名",
  date: "成文日期",
  note: "附注",
  copyRecipients: "抄送",
  printingOrgan: "印发机关",
  printingDate: "印发日期",
} as const satisfies Record<keyof Meta, string>;

/** Layout presets as writers call them. */
export const presetNames: Readonly<Record<LayoutPreset, string>> = {
  "public-report": "公开报告",
  "official-document": "正式公文",
  "notice-with-attachment": "印发通知加附件",
};
