import type { MeasuredDocx, MeasuredMargin, MeasuredParagraph } from "../../inspect/measured-docx.ts";
import type { PageNumberForm, PageNumberPlace } from "./house-style.ts";

/** 页码 of a document: null where its form is none that a house may have, or its place cannot be told. */
export type SamplePageNumber = {
  readonly text: string;
  readonly form: PageNumberForm | null;
  readonly place: PageNumberPlace | null;
};

/** A field with what it shows: `{PAGE \* MERGEFORMAT}1`. */
const pageField = /\{\s*PAGE\b[^}]*\}\s*\d*/iu;

const forms: readonly (readonly [RegExp, PageNumberForm])[] = [
  [/^[—–―]{1,2}#[—–―]{1,2}$/u, "dashes"],
  [/^[-－﹣‐]#[-－﹣‐]$/u, "hyphens"],
  [/^#$/u, "plain"],
  [/^第#页$/u, "words"],
];

const hasNumber = ({ text }: MeasuredParagraph): boolean => pageField.test(text);

const numberIn = (footers: readonly MeasuredMargin[], kind: MeasuredMargin["kind"]): MeasuredParagraph | undefined =>
  footers.filter((footer) => footer.kind === kind).flatMap(({ paragraphs }) => paragraphs.filter(hasNumber))[0];

const right = ["right", "end", "outside"];
const even = ["left", "start", "outside"];

function placeOf(odd: MeasuredParagraph, other: MeasuredParagraph | undefined): PageNumberPlace | null {
  if (odd.isInBox) return null;
  if (odd.alignment === "center" && (other === undefined || other.alignment === "center")) return "center";
  if (odd.alignment === "outside") return "outer";
  return right.includes(odd.alignment) && other !== undefined && even.includes(other.alignment) ? "outer" : null;
}

/** Reads 页码 from the footers; null: there is none. */
export function samplePageNumber({ footers, hasOddAndEven }: MeasuredDocx): SamplePageNumber | null {
  const odd = numberIn(footers, "default");
  if (odd === undefined) return null;
  const other = hasOddAndEven ? numberIn(footers, "even") : undefined;
  const bare = odd.text.replace(pageField, "#").replaceAll(/\s/gu, "");
  const form = forms.find(([pattern]) => pattern.test(bare))?.[1] ?? null;
  return { text: bare.replace("#", "1"), form, place: placeOf(odd, other) };
}
