import type { DecodeBytes } from "../word/decode-bytes.ts";
import { createFontTable, type FontTable } from "./font-table.ts";
import { type CharacterLook, type GroupState, plainLook, plainParagraph } from "./group-state.ts";
import type { FormField } from "./form-field.ts";
import type { MathGroups } from "./math-group.ts";
import type { Picture } from "./picture.ts";
import { createRowWords, type RowWords } from "./row-words.ts";
import { createSectionPage, type SectionPage } from "./section-page.ts";
import { createStory, type Story } from "./story.ts";
import { createStyleSheet, type StyleSheet } from "./style-sheet.ts";
import type { PictureTaker } from "../word/picture-taker.ts";
import type { Tally } from "../word/document-items.ts";
import type { Section } from "../word/lay-sections.ts";
import { createFieldDrawer } from "../word/drawn-fields.ts";

/** What comes with a file. */
export type Surroundings = {
  readonly bytes: Uint8Array;
  readonly decode: DecodeBytes;
  readonly taker: PictureTaker;
  readonly tally: Tally;
};

/** How far the reading of a file is. */
export type Reading = Surroundings & {
  readonly fonts: FontTable;
  readonly styles: StyleSheet;
  readonly rows: RowWords;
  /** Groups around the one that is read. */
  readonly stack: GroupState[];
  state: GroupState;
  /** Draws fields without a result; its numbers go through all texts of the file. */
  readonly draw: (code: string) => string;
  /** Texts around the one that is read. */
  readonly stories: Story[];
  story: Story;
  /** What `\plain` goes back to. */
  usualLook: CharacterLook;
  /** The automatic number of the paragraph, while it is read. */
  label: string;
  picture: Picture | null;
  /** The formula that is read. */
  math: MathGroups | null;
  /** The field of a form that is read, and what one of its lists says. */
  form: FormField | null;
  entry: string | null;
  comments: number;
  hasPageText: boolean;
  sectionStartsPage: boolean;
  readonly sectionPage: SectionPage;
  /** Sections that have ended. */
  readonly sections: Section[];
  /** Nothing but `\*` has come in the group yet: the next word may say what the group is. */
  isGroupStart: boolean;
  /** `\*`: who does not know the next word leaves the group out. */
  isIgnorable: boolean;
  /** Characters to come that only stand in for one that was given by its code. */
  toSkip: number;
  /** Bytes of text, of which the last may be half a character. */
  pending: number[];
};

export const usualFallback = 1;

export const newStory = ({ fonts, styles, tally, draw }: Pick<Reading, "fonts" | "styles" | "tally" | "draw">): Story =>
  createStory({ fonts, styles, tally, draw });

export function beginReading(surroundings: Surroundings): Reading {
  const fonts = createFontTable(surroundings.decode);
  const styles = createStyleSheet();
  const usualLook = plainLook(0, null);
  const draw = createFieldDrawer(surroundings.tally);
  return {
    ...surroundings,
    fonts,
    styles,
    rows: createRowWords(),
    stack: [],
    state: {
      destination: "text",
      look: usualLook,
      paragraph: plainParagraph,
      fallback: usualFallback,
      onEnd: null,
    },
    stories: [],
    draw,
    story: newStory({ fonts, styles, tally: surroundings.tally, draw }),
    usualLook,
    label: "",
    picture: null,
    math: null,
    form: null,
    entry: null,
    comments: 0,
    hasPageText: false,
    sectionStartsPage: true,
    sections: [],
    sectionPage: createSectionPage(),
    isGroupStart: false,
    isIgnorable: false,
    toSkip: 0,
    pending: [],
  };
}
