import { type LayoutPreset, type Meta, metaSchema } from "./schema.ts";

type Element = keyof Meta;

/** What decides, beside the preset, who signs. */
type SigningMeta = Pick<Meta, "sealForm" | "signedOffBy">;

const text = ["mainRecipients", "attachmentNames", "attachments", "date", "note"] as const satisfies readonly Element[];

const head = ["copyNumber", "secrecy", "urgency", "issuingOrgan", "jointOrgans"] as const satisfies readonly Element[];

const imprint = ["copyRecipients", "printingOrgan", "printingDate"] as const satisfies readonly Element[];

/**
 * The elements that each preset has a place for, who signs left out. 信函, 命令 and 纪要 (GB/T 9704-2012 10) only say
 * where they differ from the general form: 信函 has no 印发, 命令 is numbered by 令号, 纪要 lists who took part.
 */
const placed: Readonly<Record<LayoutPreset, readonly Element[]>> = {
  // no 版头, no 版记
  "public-report": text,
  "official-document": [...head, "documentNumber", ...text, ...imprint],
  "notice-with-attachment": [...head, "documentNumber", ...text, ...imprint],
  letter: [...head, "documentNumber", ...text, "copyRecipients"],
  order: [...head, "orderNumber", ...text, ...imprint],
  minutes: [...head, "documentNumber", "attendees", "absentees", "observers", ...text, ...imprint],
};

/** Presets with 签发人 in their 版头 (7.2.6). */
const namesSigner: ReadonlySet<LayoutPreset> = new Set(["official-document", "notice-with-attachment"]);

/** How 署名 stands: an order is signed by who issues it (10.2). */
export function sealFormOf({ sealForm, signedOffBy }: SigningMeta, preset: LayoutPreset): Meta["sealForm"] {
  return preset === "order" && signedOffBy.some((name) => name.trim() !== "") ? "signature" : sealForm;
}

function signingElements(meta: SigningMeta, preset: LayoutPreset): readonly Element[] {
  if (sealFormOf(meta, preset) === "signature") return ["sealForm", "signedOffBy", "signerPosts"];
  // an order that nobody signs yet has a place for its signer, and is signed by its organs till then
  if (preset === "order") return ["sealForm", "signedOffBy", "signerPosts", "signatories"];
  return ["sealForm", "signatories", ...(namesSigner.has(preset) ? (["signedOffBy"] as const) : [])];
}

/**
 * The 公文要素 that a preset prints: the one table for the form of 公文要素, for the printing and for what is said of
 * elements that are left out.
 */
export function elementsOfPreset(preset: LayoutPreset, meta: SigningMeta): ReadonlySet<Element> {
  return new Set([...placed[preset], ...signingElements(meta, preset)]);
}

const nothing: Meta = metaSchema.parse({});
/** The elements as a preset prints them: those that it has no place for are empty. */
export function metaOnPaper(meta: Meta, preset: LayoutPreset): Meta {
  const printed: ReadonlySet<string> = elementsOfPreset(preset, meta);
  // where no 发文机关 is given, the mark of a document that its signer signs names the first organ of 署名 all the same
  const isKept = (key: string): boolean => printed.has(key) || key === "signatories";
  return { ...meta, ...Object.fromEntries(Object.entries(nothing).filter(([key]) => !isKept(key))) };
}
