import { crc32, deflateSync } from "node:zlib";

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A grey PNG. `note` makes its content, and so its id, differ; `padding` makes it large. */
export function makePng(widthPx: number, heightPx: number, note = "", padding = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((Math.min(widthPx, 500) + 1) * Math.min(heightPx, 500));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("tEXt", Buffer.concat([Buffer.from(`Comment\0${note}`, "latin1"), Buffer.alloc(padding)])),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function segment(marker: number, data: readonly number[]): Buffer {
  const frame = Buffer.from([0xff, marker, 0, 0]);
  frame.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([frame, Buffer.from(data)]);
}

/** The frame of a JPEG: what a reader of sizes sees of one. Progressive when `frameMarker` is 0xc2, with two scans. */
export function makeJpeg(widthPx: number, heightPx: number, frameMarker = 0xc0): Buffer {
  const size = [heightPx >> 8, heightPx & 0xff, widthPx >> 8, widthPx & 0xff];
  const scan = Buffer.concat([
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]),
  ]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [...Buffer.from("JFIF\0"), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    // A preview inside the metadata, with a size of its own that must not be taken for the image's.
    segment(0xe1, [
      ...Buffer.from("Exif\0\0"),
      0xff,
      0xd8,
      0xff,
      0xc0,
      0,
      11,
      8,
      0,
      9,
      0,
      9,
      1,
      1,
      0x11,
      0,
      0xff,
      0xd9,
    ]),
    segment(frameMarker, [8, ...size, 1, 1, 0x11, 0]),
    scan,
    ...(frameMarker === 0xc2 ? [scan] : []),
    Buffer.from([0xff, 0xd9]),
  ]);
}
