import type { LayoutPreset, Meta } from "./schema.ts";

/** 公文要素 as the standard and the form name them, in the order of the standard (GB/T 9704-2012 7.2–7.4). */
export const elementNames = {
  copyNumber: "份号",
  secrecy: "密级和保密期限",
  urgency: "紧急程度",
  issuingOrgan: "发文机关",
  jointOrgans: "联合行文机关",
  orderNumber: "令号",
  documentNumber: "发文字号",
  signedOffBy: "签发人",
  signerPosts: "签发人职务",
  mainRecipients: "主送",
  attachmentNames: "附件说明",
  attachments: "附件",
  signatories: "署名",
  sealForm: "用印方式",
  date: "成文日期",
  note: "附注",
  attendees: "出席",
  absentees: "请假",
  observers: "列席",
  copyRecipients: "抄送",
  printingOrgan: "印发机关",
  printingDate: "印发日期",
} as const satisfies Record<keyof Meta, string>;

/** Layout presets as writers call them. */
export const presetNames: Readonly<Record<LayoutPreset, string>> = {
  "public-report": "公开报告",
  "official-document": "正式公文",
  "notice-with-attachment": "印发通知加附件",
  letter: "信函",
  order: "命令",
  minutes: "纪要",
};
