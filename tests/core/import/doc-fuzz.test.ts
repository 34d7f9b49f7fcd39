import { expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { AppError } from "../../../core/result.ts";
import { reportSchema } from "../../../core/document/schema.ts";
import { docFile } from "../../fixtures/doc/doc-file.ts";
import { below, type Random, randomOf } from "../../support/seeded-random.ts";
import { spentMs } from "../../support/work.ts";

const originals = [docFile("report"), docFile("lists")] as const;
const sectorLength = 512;
const extremes = [0, 1, 0x7f, 0xff, 0x100, 0x7fff, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff] as const;

/** Places that are no text: few bytes of a file say how all others are read. */
function structuralPlaces(bytes: Uint8Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 2) {
    const value = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    if (value !== 0 && value !== 0xffff && (value < 0x4e00 || value > 0x9fff)) places.push(at);
  }
  return places;
}
const places = originals.map(structuralPlaces);

function withFlippedBytes(bytes: Uint8Array, random: Random, count: number): void {
  for (let done = 0; done < count; done += 1) bytes[below(random, bytes.length)] = below(random, 256);
}

/** Counts, places and lengths with values that nobody meant. */
function withOtherNumbers(bytes: Uint8Array, structure: readonly number[], random: Random): void {
  const view = new DataView(bytes.buffer);
  for (let count = 1 + below(random, 6); count > 0; count -= 1) {
    const at = structure[below(random, structure.length)] ?? 0;
    const value = extremes[below(random, extremes.length)] ?? 0;
    const choice = random();
    if (choice < 0.4) view.setUint32(at, value, true);
    else if (choice < 0.7) view.setUint16(at, value & 0xffff, true);
    else view.setUint16(at, (view.getUint16(at, true) + below(random, 65) - 32) & 0xffff, true);
  }
}

/** One sector in the place of another: chains, pages and tables that lead elsewhere. */
function withMovedSector(bytes: Uint8Array, random: Random): void {
  const sectors = Math.floor(bytes.length / sectorLength);
  const from = below(random, sectors) * sectorLength;
  bytes.copyWithin(below(random, sectors) * sectorLength, from, from + sectorLength);
}

function mutate(seed: number): Uint8Array {
  const random = randomOf(seed);
  const which = below(random, originals.length);
  const bytes = (originals[which] ?? originals[0]).slice();
  const choice = random();
  if (choice < 0.1) return bytes.slice(0, below(random, bytes.length));
  if (choice < 0.3) withFlippedBytes(bytes, random, 1 + below(random, 30));
  else if (choice < 0.4) withMovedSector(bytes, random);
  else withOtherNumbers(bytes, places[which] ?? [], random);
  return bytes;
}

const runs = Number(process.env["NIANBAO_FUZZ_RUNS"] ?? 2000);
/** Of the processor for one file; a hundredth of it is usual. */
const slowestMs = 10_000;

it(`gives a report or a clear error for each of ${runs} damaged .doc files, in time`, { timeout: 1_800_000 }, () => {
  const codes = new Map<string, number>();
  let slowest = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const bytes = mutate(seed);
    const begun = spentMs();
    try {
      const { report } = readReportFile({ bytes, name: "去年.doc", year: null }, new Date(0));
      expect(reportSchema.safeParse(report).error, `seed ${seed}`).toBeUndefined();
      codes.set("report", (codes.get("report") ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`seed ${seed}`, { cause: error });
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
    slowest = Math.max(slowest, spentMs() - begun);
  }
  expect(slowest).toBeLessThan(slowestMs);
  // the mutations reach the reader, and are not all refused at the door
  expect(codes.get("report") ?? 0).toBeGreaterThan(runs / 5);
  expect(codes.get("file-damaged") ?? 0).toBeGreaterThan(runs / 20);
  if (process.env["NIANBAO_FUZZ_RUNS"] !== undefined)
    console.info(Object.fromEntries(codes), `${Math.round(slowest)} ms`);
});
