/**
 * Outlines as WOFF2 stores them, in streams of one kind of number each (section 5.1 of the specification).
 * @typedef {import("./woff2.js").Outline} Outline
 * @typedef {{ glyph: number, matrix: readonly number[], dx: number, dy: number }} Component
 */

const STREAMS = ["contours", "points", "flags", "coordinates", "components", "boxes", "instructions"];
const HEADER_LENGTH = 36;
const component = { words: 1, areOffsets: 2, scale: 8, more: 0x20, twoScales: 0x40, matrix: 0x80, instructions: 0x100 };

/** @param {Buffer} bytes */
function reader(bytes) {
  let at = 0;
  const skip = (length) => (at += length) - length;
  return {
    skip,
    uint8: () => bytes.readUInt8(skip(1)),
    int8: () => bytes.readInt8(skip(1)),
    uint16: () => bytes.readUInt16BE(skip(2)),
    int16: () => bytes.readInt16BE(skip(2)),
    /** A fixed-point number of 2.14 bits. */
    fixed: () => bytes.readInt16BE(skip(2)) / 0x4000,
  };
}

/** 255UInt16, section 4.1. */
function readShort(stream) {
  const code = stream.uint8();
  if (code === 253) return stream.uint16();
  if (code === 255) return stream.uint8() + 253;
  if (code === 254) return stream.uint8() + 506;
  return code;
}

const signed = (flag, magnitude) => ((flag & 1) === 0 ? -magnitude : magnitude);

/** The step to a point, as its flag says how it is packed (table in section 5.2). */
function readStep(flag, stream) {
  const byte = stream.uint8;
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + byte())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + byte()), 0];
  if (flag < 84) {
    const [part, packed] = [flag - 20, byte()];
    return [
      signed(flag, 1 + (part & 0x30) + (packed >> 4)),
      signed(flag >> 1, 1 + ((part & 0x0c) << 2) + (packed & 15)),
    ];
  }
  if (flag < 120) {
    const part = flag - 84;
    const x = 1 + (Math.floor(part / 12) << 8) + byte();
    return [signed(flag, x), signed(flag >> 1, 1 + (((part % 12) >> 2) << 8) + byte())];
  }
  if (flag < 124) {
    const [first, second, third] = [byte(), byte(), byte()];
    return [signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, ((second & 15) << 8) + third)];
  }
  const x = (byte() << 8) + byte();
  return [signed(flag, x), signed(flag >> 1, (byte() << 8) + byte())];
}

/** @returns {Outline} */
function readSimple(contours, streams) {
  if (contours === 0) return [];
  const lengths = Array.from({ length: contours }, () => readShort(streams.points));
  let [x, y] = [0, 0];
  const outline = lengths.map((length) =>
    Array.from({ length }, () => {
      const flag = streams.flags.uint8();
      const [dx, dy] = readStep(flag & 127, streams.coordinates);
      [x, y] = [x + dx, y + dy];
      return { x, y, onCurve: (flag & 128) === 0 };
    }),
  );
  streams.instructions.skip(readShort(streams.coordinates));
  return outline;
}

function readMatrix(flags, stream) {
  if ((flags & component.matrix) !== 0) return [stream.fixed(), stream.fixed(), stream.fixed(), stream.fixed()];
  if ((flags & component.twoScales) !== 0) {
    const [x, y] = [stream.fixed(), stream.fixed()];
    return [x, 0, 0, y];
  }
  const scale = (flags & component.scale) === 0 ? 1 : stream.fixed();
  return [scale, 0, 0, scale];
}

/** @returns {Component[]} */
function readComponents(streams) {
  const stream = streams.components;
  const parts = [];
  let hasInstructions = false;
  for (let flags = component.more; (flags & component.more) !== 0;) {
    flags = stream.uint16();
    const glyph = stream.uint16();
    const number = (flags & component.words) === 0 ? stream.int8 : stream.int16;
    const [dx, dy] = [number(), number()];
    if ((flags & component.areOffsets) === 0) throw new Error("A glyph made of parts that hang on points");
    parts.push({ glyph, dx, dy, matrix: readMatrix(flags, stream) });
    hasInstructions ||= (flags & component.instructions) !== 0;
  }
  if (hasInstructions) streams.instructions.skip(readShort(streams.coordinates));
  return parts;
}

/** @param {Buffer} glyf the transformed table @returns {(glyph: number) => Outline} */
export function readTransformedGlyphs(glyf) {
  let at = HEADER_LENGTH;
  const streams = Object.fromEntries(
    STREAMS.map((name, index) => {
      const start = at;
      at += glyf.readUInt32BE(8 + 4 * index);
      return [name, reader(glyf.subarray(start, at))];
    }),
  );
  const glyphs = Array.from({ length: glyf.readUInt16BE(4) }, () => {
    const contours = streams.contours.int16();
    return contours < 0 ? { components: readComponents(streams) } : { outline: readSimple(contours, streams) };
  });
  /** @param {number} id @returns {Outline} */
  const outlineOf = (id) => {
    const { outline, components = [] } = glyphs[id] ?? {};
    if (outline !== undefined) return outline;
    return components.flatMap(({ glyph, matrix: [a, b, c, d], dx, dy }) =>
      outlineOf(glyph).map((contour) =>
        contour.map(({ x, y, onCurve }) => ({
          x: Math.round(a * x + c * y + dx),
          y: Math.round(b * x + d * y + dy),
          onCurve,
        })),
      ),
    );
  };
  return outlineOf;
}
