import { destinationOf } from "./destinations.ts";
import { plainParagraph } from "./group-state.ts";
import { createFormField } from "./form-field.ts";
import { createMathGroups } from "./math-group.ts";
import { createPicture } from "./picture.ts";
import { holdsPageText } from "../word/page-text.ts";
import { linearMath } from "../word/linear-formula.ts";
import { newStory, type Reading } from "./reading.ts";
import { type DocumentItem, wordsOfItems } from "../word/document-items.ts";

const pageTexts = /^(?:header|footer)[lrf]?$/u;
const textBoxes = new Set(["shptxt", "dptxbxtext"]);

/** Reads the group as a text of its own. */
function beginStory(reading: Reading, use: (items: readonly DocumentItem[]) => void): void {
  const { state } = reading;
  reading.stories.push(reading.story);
  reading.story = newStory(reading);
  state.destination = "text";
  state.look = reading.usualLook;
  state.paragraph = plainParagraph;
  state.onEnd = () => {
    const items = reading.story.finish(reading.state.paragraph);
    reading.story = reading.stories.pop() ?? reading.story;
    use(items);
  };
}

function beginPicture(reading: Reading): void {
  const { state, taker } = reading;
  const picture = createPicture();
  const { isDeleted, isHidden } = state.look;
  reading.picture = picture;
  state.destination = "picture";
  state.onEnd = () => {
    const { story } = reading;
    reading.picture = null;
    if (!isDeleted && !isHidden && !story.fields.isHidden()) {
      story.addBehind(taker.take(picture.file(), picture.widthPt()));
    }
  };
}

/** Groups with words in them that stand beside the text: notes, text boxes, headers and footers. */
function beginText(reading: Reading, name: string): boolean {
  const { paragraph, look } = reading.state;
  if (name === "footnote") {
    beginStory(reading, (items) => reading.story.addNote(items, paragraph, look));
  } else if (textBoxes.has(name)) {
    reading.tally.textBoxes += 1;
    beginStory(reading, (items) => reading.story.addBehind(items));
  } else if (pageTexts.test(name)) {
    beginStory(reading, (items) => (reading.hasPageText ||= holdsPageText(wordsOfItems(items))));
  } else return false;
  return true;
}

/** What else is to be done with a group that begins with a word. */
function noteGroup(reading: Reading, name: string): void {
  const { state, story, tally } = reading;
  switch (name) {
    case "annotation":
      reading.comments += 1;
      break;
    case "object":
      tally.embeddedObjects += 1;
      break;
    case "formfield":
      reading.form = createFormField();
      state.onEnd = () => {
        const { story: text, form } = reading;
        reading.form = null;
        text.addFormResult(form?.shown() ?? "");
      };
      break;
    case "field":
      story.fields.begin();
      state.onEnd = () => story.write(story.fields.end(), state.look);
      break;
    case "fldrslt":
      story.fields.separate();
      break;
    case "listtext":
    case "pntext":
      reading.label = "";
      state.onEnd = () => story.setLabel(reading.label);
      break;
  }
}

function beginFormula(reading: Reading): void {
  const { state, tally } = reading;
  const math = createMathGroups();
  const { look } = state;
  reading.math = math;
  state.destination = "math";
  state.onEnd = () => {
    reading.math = null;
    tally.formulas += 1;
    reading.story.write(linearMath(math.formula(), tally), look);
  };
}

/** Groups inside a formula or a form, whose words are parts of it. */
function beginPart(reading: Reading, name: string): boolean {
  const { state, math, form } = reading;
  if (state.destination === "math" && math !== null && /^m[a-zA-Z]/u.test(name)) {
    math.open(name);
    state.onEnd = math.close;
    return true;
  }
  if (state.destination !== "formField" || form === null || name !== "ffl") return false;
  reading.entry = "";
  state.onEnd = () => {
    form.addEntry(reading.entry ?? "");
    reading.entry = null;
  };
  return true;
}

/** Takes the first word of a group for what the group is. False: it says nothing of that. */
export function beginGroup(reading: Reading, name: string): boolean {
  if (beginPart(reading, name) || beginText(reading, name)) return true;
  if (name === "moMath") {
    beginFormula(reading);
    return true;
  }
  if (name === "pict") {
    beginPicture(reading);
    return true;
  }
  const destination = destinationOf(name);
  if (destination === null) return false;
  reading.state.destination = destination;
  noteGroup(reading, name);
  return true;
}
