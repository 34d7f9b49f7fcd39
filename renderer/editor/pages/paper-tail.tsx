import { assembleReport } from "../../../core/document/assemble.ts";
import { type ParagraphRole } from "../../../core/document/blocks.ts";
import { printedText } from "../../../core/document/content-text.ts";
import { type Meta } from "../../../core/document/schema.ts";
import { charactersToPt, gbt9704 } from "../../../core/layout/gbt9704.ts";
import { layOutSignature } from "../../../core/layout/signature.ts";
import { isWritable, setPanels, useStore } from "../../store.ts";
import styles from "../session/report-editor.module.css";

type MetaLine = { readonly role: ParagraphRole; readonly text: string };

/** The lines that 公文要素 add to a text, as they print. */
function metaLines(meta: Meta): readonly MetaLine[] {
  const printed = assembleReport({ meta, year: 2000, body: { root: { type: "root", children: [] } } });
  return printed.blocks.flatMap((block) =>
    block.kind === "paragraph" ? [{ role: block.role, text: printedText(block.content) }] : [],
  );
}

/** 主送机关 as it prints under the title; "" when none is given. */
export function useRecipients(): string {
  const meta = useStore((state) => state.fields?.meta);
  return (meta && metaLines(meta).find(({ role }) => role === "recipients")?.text) ?? "";
}

/**
 * What 公文要素 print after the text, where they print: 附件说明, 署名, 成文日期, 附注. They are not part of the text;
 * a click leads to the panel where they are filled in.
 */
export function PaperTail() {
  const meta = useStore((state) => state.fields?.meta);
  const writable = useStore(isWritable);
  const lines = meta ? metaLines(meta).filter(({ role }) => role !== "recipients") : [];
  if (lines.length === 0) return null;
  const of = (role: ParagraphRole): readonly string[] =>
    lines.filter((line) => line.role === role).map(({ text }) => text);
  const signatories = of("signatory");
  const [date = null] = of("date");
  return (
    <button
      type="button"
      data-paper-tail
      className={styles.tail}
      title={writable ? "在“公文要素”里修改" : undefined}
      onClick={() => setPanels({ right: true, rightTab: "meta" })}
    >
      <Lines lines={of("body")} indentCharacters={gbt9704.firstLineIndentCharacters} />
      <Signature signatories={signatories} date={date} />
      <Lines lines={of("note")} isNote indentCharacters={gbt9704.noteIndentCharacters} />
    </button>
  );
}

type LinesProps = {
  readonly lines: readonly string[];
  readonly indentCharacters: number;
  readonly isNote?: boolean;
};

function Lines({ lines, indentCharacters, isNote }: LinesProps) {
  return lines.map((line) => (
    <span
      key={line}
      data-note={isNote}
      className={styles.tailLine}
      style={{ paddingLeft: `${charactersToPt(indentCharacters)}pt` }}
    >
      {line}
    </span>
  ));
}

function Signature({ signatories, date }: { readonly signatories: readonly string[]; readonly date: string | null }) {
  if (signatories.length === 0 && date === null) return null;
  const layout = layOutSignature(signatories, date);
  const datePadding = `${layout.date.indentPt}pt`;
  return (
    <span data-signature className={styles.tailBlock}>
      {signatories.map((name) => (
        <span key={name} className={styles.tailRight} style={{ paddingRight: `${layout.organRightIndentPt}pt` }}>
          {name}
        </span>
      ))}
      {date !== null && (
        <span
          className={layout.date.from === "right" ? styles.tailRight : styles.tailLine}
          style={layout.date.from === "right" ? { paddingRight: datePadding } : { paddingLeft: datePadding }}
        >
          {date}
        </span>
      )}
    </span>
  );
}
