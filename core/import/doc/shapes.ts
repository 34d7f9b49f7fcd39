import type { Parts } from "./doc-parts.ts";
import { type Drawings, readDrawings, readShapes, type Shape } from "./drawings.ts";
import { readTextBoxRanges } from "./notes.ts";
import type { PictureTaker } from "../word/picture-taker.ts";
import type { Range, ReadContext } from "./read-context.ts";
import type { DocumentItem } from "../word/document-items.ts";

/** Text boxes and pictures by the characters that they hang on. */
export function createShapes(
  parts: Parts,
  story: Range,
  taker: PictureTaker,
  readBox: (range: Range) => readonly DocumentItem[],
): { readonly at: ReadContext["shapes"]; readonly loose: () => readonly DocumentItem[] } {
  const { attempt, document, table } = parts;
  const shapes = attempt(() => readShapes(table("shapes")), new Map<number, Shape>());
  const none: Drawings = { membersOf: (id) => [id], pictureOf: () => undefined };
  const drawings = attempt(() => readDrawings(table("drawings"), document), none);
  const boxes = new Map(attempt(() => readTextBoxRanges(table("textBoxTexts"), story), new Map<number, Range>()));
  const take = (id: number): readonly DocumentItem[] => {
    const box = boxes.get(id);
    boxes.delete(id);
    return box === undefined ? [] : readBox(box);
  };
  return {
    at: (place) => {
      const shape = shapes.get(place);
      if (shape === undefined) return [];
      const members = drawings.membersOf(shape.id);
      return members.flatMap((id): readonly DocumentItem[] => {
        const file = attempt(() => drawings.pictureOf(id), null);
        // the size of a group of pictures is not that of each
        const picture = file === undefined ? [] : taker.take(file, members.length === 1 ? shape.widthPt : null);
        return [...picture, ...take(id)];
      });
    },
    loose: () => {
      const anchored = new Set([...shapes.values()].flatMap(({ id }) => drawings.membersOf(id)));
      return [...boxes.keys()].filter((id) => !anchored.has(id)).flatMap(take);
    },
  };
}
