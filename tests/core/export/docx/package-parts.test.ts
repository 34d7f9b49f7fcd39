import { Document, Packer, Paragraph } from "docx";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { packageParts } from "../../../../core/export/docx/package-parts.ts";

const made = (): Document =>
  new Document({ sections: [{ children: [new Paragraph("正文"), new Paragraph("又一段")] }] });
/** The library writes the moment into the properties. */
const withoutTime = (parts: Iterable<readonly [string, Uint8Array]>): readonly (readonly [string, string])[] =>
  [...parts].map(([path, bytes]) => [
    path,
    Buffer.from(bytes)
      .toString("utf8")
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, ""),
  ]);

test("are those that the library zips, in its order", async () => {
  const zipped = unzipSync(await Packer.pack(made(), "uint8array"));
  expect(withoutTime(await packageParts(made()))).toEqual(withoutTime(Object.entries(zipped)));
});

test("are there all the same where the library's compiler gives something else", async () => {
  const usual = withoutTime(await packageParts(made()));
  const compiler = Reflect.get(Packer, "compiler") as { compile(document: Document): Iterable<unknown> };
  Reflect.set(Packer, "compiler", { compile: (document: Document) => [...compiler.compile(document)] });
  try {
    expect(withoutTime(await packageParts(made()))).toEqual(usual);
  } finally {
    Reflect.set(Packer, "compiler", compiler);
  }
});
