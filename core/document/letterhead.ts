import { blankText } from "./inline-traits.ts";
import { sealFormOf } from "./preset-elements.ts";
import type { LayoutPreset, Meta } from "./schema.ts";

/** 版头 in words: what stands above the text of an official document (GB/T 9704-2012 7.2, 10). "" = not given. */
export type Letterhead = {
  /** `document`: red head and red rule; 信函, 命令 and 纪要 have forms of their own. */
  readonly form: "document" | "letter" | "order" | "minutes";
  readonly copyNumber: string;
  readonly secrecy: string;
  readonly urgency: string;
  /** The lines of 发文机关标志, the main organ first. */
  readonly organs: readonly string[];
  /** What 发文机关标志 ends with: 文件, 令, 纪要. */
  readonly suffix: string;
  /** 发文字号, or 令号 of an order. */
  readonly number: string;
  /** 签发人 of a document that goes upwards. */
  readonly signedOffBy: readonly string[];
};

const given = (lines: readonly string[]): readonly string[] => lines.map((line) => line.trim()).filter(Boolean);

const forms = {
  "public-report": null,
  "official-document": { form: "document", suffix: "文件" },
  "notice-with-attachment": { form: "document", suffix: "文件" },
  letter: { form: "letter", suffix: "" },
  order: { form: "order", suffix: "令" },
  minutes: { form: "minutes", suffix: "纪要" },
} as const satisfies Record<LayoutPreset, Pick<Letterhead, "form" | "suffix"> | null>;

/** Ways to end a mark that say as much as the suffix: a name that has one takes no second. */
const endings = { document: /文件$/u, letter: /^$/u, order: /(?:命令|令)$/u, minutes: /纪要$/u } as const;

/** A notice on a website has no red head; one of a known organ that is numbered, or marked as documents are, has. */
const isIssued = ({ issuingOrgan, documentNumber, copyNumber, secrecy, urgency, signedOffBy }: Meta): boolean =>
  issuingOrgan.trim() !== "" && given([documentNumber, copyNumber, secrecy, urgency, ...signedOffBy]).length > 0;

/** Where no organ is given, its place says so. */
function organsOf({ issuingOrgan, signatories, jointOrgans }: Meta): readonly string[] {
  const [main = given(signatories)[0] ?? blankText("发文机关")] = given([issuingOrgan]);
  return [main, ...given(jointOrgans)];
}

/**
 * 版头 of a report; null: its layout has none.
 * @param meta as `metaOnPaper` has it
 */
export function letterheadOf(meta: Meta, preset: LayoutPreset): Letterhead | null {
  const shape = forms[preset];
  if (shape === null || (preset === "notice-with-attachment" && !isIssued(meta))) return null;
  const organs = organsOf(meta);
  const ending = endings[shape.form].exec(organs[0] ?? "")?.[0] ?? "";
  const suffix = ending === "" ? shape.suffix : ending;
  return {
    form: shape.form,
    copyNumber: meta.copyNumber.trim(),
    secrecy: meta.secrecy.trim(),
    urgency: meta.urgency.trim(),
    organs: organs.map((organ, index) => (index === 0 ? organ.slice(0, organ.length - ending.length) : organ)),
    suffix,
    number: (shape.form === "order" ? meta.orderNumber : meta.documentNumber).trim(),
    signedOffBy: sealFormOf(meta, preset) === "signature" ? [] : given(meta.signedOffBy),
  };
}

/** 发文机关标志 in words, one line an organ; 文件 stands behind a single one, and under several. */
export const markLines = ({ organs, suffix }: Letterhead): readonly string[] =>
  organs.length === 1 ? [`${organs[0] ?? ""}${suffix}`] : [...organs, ...given([suffix])];

export const signerLabel = "签发人：";

/** 签发人 on one line, for files without pages; "" = none. */
export const signersLine = ({ signedOffBy }: Letterhead): string =>
  signedOffBy.length === 0 ? "" : signerLabel + signedOffBy.join("　");

/** 版头 in words, line by line, for files without pages. */
export function letterheadLines(head: Letterhead): readonly string[] {
  return given([
    head.copyNumber,
    head.secrecy,
    head.urgency,
    ...markLines(head),
    given([head.number, signersLine(head)]).join("　"),
  ]);
}

/** 公文要素 that a 版头 shows. */
export function letterheadKeys(head: Letterhead, meta: Meta): readonly (keyof Meta)[] {
  const shown: Partial<Record<keyof Meta, boolean>> = {
    copyNumber: head.copyNumber !== "",
    secrecy: head.secrecy !== "",
    urgency: head.urgency !== "",
    issuingOrgan: meta.issuingOrgan.trim() !== "",
    jointOrgans: given(meta.jointOrgans).length > 0,
    [head.form === "order" ? "orderNumber" : "documentNumber"]: head.number !== "",
    signedOffBy: head.signedOffBy.length > 0,
  };
  return (Object.keys(shown) as (keyof Meta)[]).filter((key) => shown[key] === true);
}
