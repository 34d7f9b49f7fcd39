import { type CSSProperties } from "react";
import { assembleElements } from "../../../core/document/assemble.ts";
import type { PrintedBlockOf } from "../../../core/document/printed-block.ts";
import { printedText } from "../../../core/document/content-text.ts";
import { type LayoutPreset, type Meta } from "../../../core/document/schema.ts";
import { signatureRowsOf } from "../../../core/layout/flow.ts";
import type { SignatureLine } from "../../../core/layout/flow-item.ts";
import { hangingPt } from "../../../core/layout/hanging.ts";
import { charactersToPt, type Layout } from "../../../core/layout/rules/layout.ts";
import { isWritable, setPanels, useStore } from "../../store.ts";
import styles from "../session/report-editor.module.css";

type MetaLine = PrintedBlockOf<"paragraph">;

/** The lines that 公文要素 add to a text, as they print. */
function metaLines(meta: Meta, preset: LayoutPreset): readonly MetaLine[] {
  const printed = assembleElements({ meta, preset, year: 2000 });
  return printed.blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
}

/** 主送机关 as it prints under the title; "" when none is given. */
export function useRecipients(): string {
  const meta = useStore((state) => state.fields?.meta);
  const preset = useStore((state) => state.fields?.preset);
  const line = meta && preset && metaLines(meta, preset).find(({ role }) => role === "recipients");
  return line ? printedText(line.content) : "";
}

/**
 * What 公文要素 print after the text, where they print: 附件说明, 署名, 成文日期, 附注. They are not part of the text;
 * a click leads to the panel where they are filled in.
 */
export function PaperTail() {
  const meta = useStore((state) => state.fields?.meta);
  const preset = useStore((state) => state.fields?.preset);
  const writable = useStore(isWritable);
  const layout = useStore((state) => state.layout);
  const lines = meta && preset ? metaLines(meta, preset).filter(({ role }) => role !== "recipients") : [];
  if (lines.length === 0) return null;
  return (
    <button
      type="button"
      data-paper-tail
      className={styles.tail}
      title={writable ? "在“公文要素”里修改" : undefined}
      onClick={() => setPanels({ right: true, rightTab: "meta" })}
    >
      {lines
        .filter(({ role }) => role === "body")
        .map((line, index) => (
          <ListLine key={`${index} ${printedText(line.content)}`} line={line} layout={layout} />
        ))}
      <Signature lines={lines.filter(({ role }) => role === "signatory" || role === "date")} layout={layout} />
      {lines
        .filter(({ role }) => role === "note")
        .map((line) => (
          <span
            key="note"
            data-note
            className={styles.tailLine}
            style={{ paddingLeft: `${charactersToPt(layout.noteIndentCharacters, layout)}pt` }}
          >
            {printedText(line.content)}
          </span>
        ))}
    </button>
  );
}

/** An entry of 附件说明 or of the lists of 纪要: its further lines begin where its words do. */
function ListLine({ line, layout }: { readonly line: MetaLine; readonly layout: Layout }) {
  const place = hangingPt(line, layout) ?? { startPt: 0, wordsPt: 0 };
  const style: CSSProperties = {
    paddingLeft: `${place.wordsPt}pt`,
    textIndent: `${place.startPt - place.wordsPt}pt`,
    ...(line.hanging?.isFirst === true ? { marginTop: blank(layout.listBlankLinesBefore, layout) } : {}),
  };
  return (
    <span className={styles.tailLine} style={style}>
      {printedText(line.content)}
    </span>
  );
}

const blank = (lines: number, { linePitchPt }: Layout): string => `${lines * linePitchPt}pt`;
/** How much of its own width an entry stands left of its place. */
const shifts = { start: "0", center: "-50%", end: "-100%" } as const;

/** Each line at its place on paper, so that joint organs and their date stand as they will be printed. */
function Signature({ lines, layout }: { readonly lines: readonly SignatureLine[]; readonly layout: Layout }) {
  if (lines.length === 0) return null;
  return (
    <span data-signature className={styles.tailBlock}>
      {signatureRowsOf(lines, layout).map(({ blankLinesBefore, entries }) => (
        <span
          key={entries.map(({ index }) => index).join(" ")}
          className={styles.tailRow}
          style={{ marginTop: blank(blankLinesBefore, layout) }}
        >
          {entries.map(({ index, anchor, atPt }) => (
            <span key={index} style={{ left: `${atPt}pt`, transform: `translateX(${shifts[anchor]})` }}>
              {printedText(lines[index]?.content ?? [])}
            </span>
          ))}
        </span>
      ))}
    </span>
  );
}
