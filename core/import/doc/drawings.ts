import { twipToPt } from "../../layout/units.ts";
import type { Bytes } from "./bytes.ts";
import { type DrawingRecord, pictureFile, readRecords } from "./pictures.ts";

/** A drawing that hangs on a character. */
export type Shape = { readonly id: number; readonly widthPt: number };

/** What drawings hold, by their shapes. A group of shapes stands for all that is in it. */
export type Drawings = {
  /** All shapes inside the shape of this number, itself first. */
  readonly membersOf: (id: number) => readonly number[];
  /** The file of the picture that a shape shows; null for one that a report does not take. Undefined: no picture. */
  readonly pictureOf: (id: number) => Uint8Array | null | undefined;
};

const records = {
  drawingGroup: 0xf000,
  pictures: 0xf001,
  drawing: 0xf002,
  group: 0xf003,
  shape: 0xf004,
  shapeId: 0xf00a,
  options: 0xf00b,
} as const;
const pictureOption = 0x0104;
const shapeLength = 26;
const deepestGroup = 16;

/** Shapes by the characters that they hang on (PlcfSpa, [MS-DOC] 2.8.37). */
export function readShapes(table: Bytes | null): ReadonlyMap<number, Shape> {
  const shapes = new Map<number, Shape>();
  if (table === null) return shapes;
  const count = Math.floor((table.length - 4) / (4 + shapeLength));
  for (let index = 0; index < count; index += 1) {
    const at = (count + 1) * 4 + index * shapeLength;
    const widthPt = twipToPt(table.i32(at + 12) - table.i32(at + 4));
    shapes.set(table.u32(index * 4), { id: table.u32(at), widthPt });
  }
  return shapes;
}

/** Number of the picture that a shape shows, from 1. */
function pictureNumber(parts: readonly DrawingRecord[]): number | undefined {
  const options = parts.find(({ type }) => type === records.options);
  for (let index = 0; options !== undefined && index < options.instance; index += 1) {
    if ((index + 1) * 6 > options.content.length) return undefined;
    if ((options.content.u16(index * 6) & 0x3fff) === pictureOption) return options.content.u32(index * 6 + 2);
  }
  return undefined;
}

/**
 * Reads the drawings of a file (OfficeArtContent, [MS-DOC] 2.9.172).
 * @param document the stream that holds the pictures themselves
 */
export function readDrawings(table: Bytes | null, document: Bytes): Drawings {
  const members = new Map<number, number[]>();
  const pictures = new Map<number, number>();
  let files: readonly DrawingRecord[] = [];

  const readShape = (shape: DrawingRecord): number | undefined => {
    const parts = readRecords(shape.content);
    const id = parts.find(({ type }) => type === records.shapeId);
    if (id === undefined || id.content.length < 4) return undefined;
    const number = id.content.u32(0);
    const picture = pictureNumber(parts);
    if (picture !== undefined && picture > 0) pictures.set(number, picture);
    return number;
  };
  /** The shapes of a group in order; the first is the group itself. */
  const readGroup = (group: DrawingRecord, depth: number): readonly number[] => {
    if (depth > deepestGroup) return [];
    const inside: number[] = [];
    for (const record of readRecords(group.content)) {
      if (record.type === records.group) inside.push(...readGroup(record, depth + 1));
      if (record.type !== records.shape) continue;
      const id = readShape(record);
      if (id !== undefined) inside.push(id);
    }
    const [own] = inside;
    if (own !== undefined) members.set(own, inside);
    return inside;
  };

  if (table !== null && table.length > 8) {
    const groupLength = Math.min(table.u32(4) + 8, table.length);
    const [group] = readRecords(table.part(0, groupLength));
    files = readRecordsIn(group, records.drawingGroup, records.pictures);
    // a byte before each drawing says whose it is: the text's or the headers'
    for (let at = groupLength; at + 9 <= table.length; at += 9 + table.u32(at + 5)) {
      const length = Math.min(table.u32(at + 5) + 8, table.length - at - 1);
      const [drawing] = readRecords(table.part(at + 1, length));
      if (drawing?.type !== records.drawing) break;
      for (const record of readRecords(drawing.content)) if (record.type === records.group) readGroup(record, 0);
    }
  }
  return {
    membersOf: (id) => members.get(id) ?? [id],
    pictureOf: (id) => {
      const number = pictures.get(id);
      if (number === undefined) return undefined;
      const entry = files[number - 1];
      return entry === undefined ? null : pictureFile(entry, document);
    },
  };
}

function readRecordsIn(parent: DrawingRecord | undefined, type: number, child: number): readonly DrawingRecord[] {
  if (parent?.type !== type) return [];
  const found = readRecords(parent.content).find((record) => record.type === child);
  return found === undefined ? [] : readRecords(found.content);
}
