import { createHash, randomUUID } from "node:crypto";
import type { Output, ParsedInput } from "../../core/contract.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { missingCharacterWarnings } from "../../core/export/missing-characters.ts";
import type { DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import type { FaceId } from "../../core/layout/pages/page.ts";
import { AppError } from "../../core/result.ts";
import type { PdfPrinter } from "../pdf/printer.ts";
import type { Store } from "../store/store.ts";
import { loadForLayout } from "./load-source.ts";

/** Reports as pages that a window draws itself, and the faces that it needs for them. */
export type DrawnReports = {
  /** @throws AppError report-not-found and whatever reading throws; cancelled, pdf-failed */
  readonly draw: (input: ParsedInput<"pages.draw">, signal: AbortSignal) => Promise<Output<"pages.draw">>;
  /** @throws AppError pdf-failed, cancelled; bad-request where the token stands for no face */
  readonly face: (input: ParsedInput<"pages.face">, signal: AbortSignal) => Promise<Output<"pages.face">>;
};

/** A face's name holds the path of its file, which the window never sees: it gets a token. */
function createFaceTokens() {
  const tokens = new Map<FaceId, string>();
  const faces = new Map<string, FaceId>();
  return {
    tokenOf: (face: FaceId): string => {
      const known = tokens.get(face);
      if (known !== undefined) return known;
      const token = randomUUID();
      tokens.set(face, token);
      faces.set(token, face);
      return token;
    },
    faceOf: (token: string): FaceId => {
      const face = faces.get(token);
      if (face === undefined) throw new AppError("bad-request");
      return face;
    },
  };
}

const keyOf = (page: DrawnPage): string => createHash("sha1").update(JSON.stringify(page)).digest("base64");

export function createDrawnReports(options: {
  readonly store: Pick<Store, "reports" | "images" | "houseStyle">;
  readonly printer: Pick<PdfPrinter, "draw" | "face">;
}): DrawnReports {
  const { store, printer } = options;
  const { tokenOf, faceOf } = createFaceTokens();
  const withTokens = ({ lines, ...page }: DrawnPage): DrawnPage => ({
    ...page,
    lines: lines.map((line) => ({ ...line, runs: line.runs.map((run) => ({ ...run, face: tokenOf(run.face) })) })),
  });
  return {
    draw: async ({ id, stamp, unsaved }, signal) => {
      const job = await loadForLayout(store, id, { stamp, unsaved });
      const { report, stamped } = job;
      const { pages, fonts, missing } = await printer.draw(job, signal);
      return {
        revision: report.revision,
        title: summariseReport(report).title,
        pages: pages.map(withTokens),
        keys: pages.map(keyOf),
        stamped,
        fonts,
        warnings: missingCharacterWarnings(missing),
      };
    },
    face: async ({ face, characters }, signal) => {
      const codePoints = Array.from(characters, (character) => character.codePointAt(0) ?? 0);
      const file = await printer.face({ face: faceOf(face), codePoints }, signal);
      return { fileBase64: Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString("base64") };
    },
  };
}
