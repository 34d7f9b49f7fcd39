import { beginGroup } from "./begin-group.ts";
import { changeLook, changeParagraph } from "./group-state.ts";
import { type Reading, usualFallback } from "./reading.ts";
import { characterOfWord } from "./special-characters.ts";
import { noteUnknown } from "../word/unknown.ts";
import { isKnownWord } from "./known-words.ts";
import { flush, write, writeCode } from "./write-text.ts";

/** Notes and text boxes have no sections. */
function endSection({ stories, story, sections, sectionPage }: Reading): void {
  if (stories.length === 0) sections.push({ end: story.length(), isLaidAcross: sectionPage.isLaidAcross() });
}

/** Words that end a part of the text; true when it was one of them. */
function endPart(reading: Reading, name: string): boolean {
  const { state, story, rows, sectionStartsPage } = reading;
  const { paragraph, look } = state;
  switch (name) {
    case "par":
      story.endParagraph(paragraph, look);
      return true;
    case "sect":
      story.endParagraph(paragraph, look);
      endSection(reading);
      if (sectionStartsPage) story.pageBreak(paragraph);
      return true;
    case "page":
      story.pageBreak(paragraph);
      return true;
    case "line":
    case "column":
      story.lineBreak(look);
      return true;
    case "cell":
      story.endCell(paragraph, 1);
      return true;
    case "nestcell":
      story.endCell(paragraph, Math.max(2, paragraph.depth));
      return true;
    case "row":
      story.endRow(rows.definition(), 1);
      return true;
    case "nestrow":
      story.endRow(rows.definition(), Math.max(2, paragraph.depth));
      return true;
    default:
      return false;
  }
}

/** A word among text: an end, a character, or how what follows looks. */
export function readTextWord(reading: Reading, name: string, value: number | null): void {
  const { state, rows } = reading;
  if (state.destination === "text" && endPart(reading, name)) return;
  const character = characterOfWord(name);
  if (character !== undefined) write(reading, character);
  else if (name === "plain") state.look = reading.usualLook;
  else if (name === "sectd") {
    reading.sectionStartsPage = true;
    reading.sectionPage.begin();
  } else if (name === "sbknone" || name === "sbkcol") reading.sectionStartsPage = false;
  else {
    const look = changeLook(state.look, name, value);
    const paragraph = changeParagraph(state.paragraph, name, value);
    state.look = look ?? state.look;
    state.paragraph = paragraph ?? state.paragraph;
    rows.read(name, value);
    if (look === null && paragraph === null && !isKnownWord(name)) noteUnknown(reading.tally, "控制字", name);
    reading.sectionPage.readWord(name, value);
  }
}

/** Words that say how to read the file; true when it was one of them. */
function readFileWord(reading: Reading, name: string, value: number | null): boolean {
  const { state, fonts } = reading;
  switch (name) {
    case "u":
      if (value !== null) writeCode(reading, value & 0xffff);
      return true;
    case "uc":
      state.fallback = Math.max(0, value ?? usualFallback);
      return true;
    case "ansicpg":
      if (value !== null) fonts.setCodePage(value);
      return true;
    case "deff":
      reading.usualLook = { ...reading.usualLook, font: value ?? 0 };
      state.look = reading.usualLook;
      return true;
    case "stshfdbch":
      reading.usualLook = { ...reading.usualLook, chineseFont: value };
      state.look = reading.usualLook;
      return true;
    default:
      return false;
  }
}

/** Reads a control word where it stands. */
export function readWord(reading: Reading, name: string, value: number | null): void {
  const { isGroupStart, isIgnorable, state } = reading;
  reading.isGroupStart = false;
  reading.isIgnorable = false;
  if (state.destination === "skipped") return;
  flush(reading);
  if (isGroupStart && beginGroup(reading, name)) return;
  const holdsNames = state.destination === "fontTable" || state.destination === "styleSheet";
  if (isIgnorable && !holdsNames) {
    state.destination = "skipped";
    noteUnknown(reading.tally, "控制字", name);
  } else if (readFileWord(reading, name, value)) return;
  else if (state.destination === "fontTable") reading.fonts.readWord(name, value);
  else if (state.destination === "styleSheet") reading.styles.readWord(name, value);
  else if (state.destination === "formField") reading.form?.readWord(name, value);
  else if (state.destination === "picture") reading.picture?.readWord(name, value);
  else if (state.destination !== "fieldCode") readTextWord(reading, name, value);
}
