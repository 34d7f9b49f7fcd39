import { type LexicalEditor } from "lexical";
import { type PointerEvent, useEffect, useState } from "react";
import { gbt9704 as layout } from "../../../core/layout/gbt9704.ts";
import { useStore } from "../../store.ts";
import { useEditorSnapshot } from "../../use-editor-snapshot.ts";
import styles from "../session/report-editor.module.css";

const NARROWEST_MM = 10;
const presets = [
  { label: "原始", widthMm: null },
  { label: "半幅", widthMm: layout.typeAreaWidthMm / 2 },
  { label: "通栏", widthMm: layout.typeAreaWidthMm },
] as const;

type Frame = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Around the selected picture: its widths, a handle at its corner, and the words for who cannot see it. */
export function ImageFrame({ editor }: { readonly editor: LexicalEditor }) {
  const image = useEditorSnapshot((snapshot) => (snapshot.editable ? snapshot.selectedImage : null));
  const handle = useStore((state) => state.editor);
  const [frame, setFrame] = useState<Frame | null>(null);
  useEffect(() => {
    const root = editor.getRootElement();
    const picture = selectedPicture(root);
    if (!image || !root || !picture) return;
    // Told once at the start, and whenever the text or the picture changes its size.
    const resized = new ResizeObserver(() => setFrame(frameOf(root)));
    resized.observe(root);
    resized.observe(picture);
    return () => resized.disconnect();
  }, [editor, image]);
  if (!image || !frame || !handle) return null;
  return (
    <div
      className={styles.imageFrame}
      style={{ left: frame.left, top: frame.top, width: frame.width, height: frame.height }}
    >
      <div className={styles.imageBar} role="toolbar" aria-label="图片">
        {presets.map(({ label, widthMm }) => (
          <button
            key={label}
            type="button"
            aria-pressed={image.displayWidthMm === widthMm}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => handle.setImageWidth(widthMm)}
          >
            {label}
          </button>
        ))}
        <input
          key={image.imageId}
          defaultValue={image.altText}
          placeholder="图片说明（给看不到图的人）"
          aria-label="图片说明"
          maxLength={200}
          onBlur={(event) => {
            if (event.target.value !== image.altText) handle.setImageAltText(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key === "Enter" || event.key === "Escape") handle.focus();
          }}
        />
      </div>
      <button
        type="button"
        className={styles.imageHandle}
        aria-label="拖动改变图片宽度"
        onPointerDown={(event) => dragWidth(event, frame, (widthMm) => handle.setImageWidth(widthMm))}
      />
    </div>
  );
}

function selectedPicture(root: HTMLElement | null): HTMLElement | null {
  return root?.querySelector<HTMLElement>(".report-image[data-selected] img") ?? null;
}

/** Where the picture lies on the sheet, in unzoomed px. */
function frameOf(root: HTMLElement | null): Frame | null {
  const picture = selectedPicture(root)?.getBoundingClientRect();
  const sheet = root?.closest(".paper")?.parentElement;
  if (!picture || !sheet) return null;
  const origin = sheet.getBoundingClientRect();
  const zoom = origin.width / sheet.offsetWidth || 1;
  return {
    left: (picture.left - origin.left) / zoom,
    top: (picture.top - origin.top) / zoom,
    width: picture.width / zoom,
    height: picture.height / zoom,
  };
}

/** The picture follows the pointer at once; the text changes when it is let go. */
function dragWidth(start: PointerEvent<HTMLElement>, frame: Frame, setWidth: (widthMm: number) => void): void {
  start.preventDefault();
  const target = start.currentTarget;
  const picture = selectedPicture(document.querySelector<HTMLElement>(".paper"));
  const zoom = (picture?.getBoundingClientRect().width ?? frame.width) / frame.width || 1;
  let widthMm = 0;
  const onMove = (event: globalThis.PointerEvent): void => {
    // The picture is centred: its edge moves half as fast as its width grows.
    const widthPx = frame.width + ((event.clientX - start.clientX) / zoom) * 2;
    widthMm = Math.min(layout.typeAreaWidthMm, Math.max(NARROWEST_MM, Math.round((widthPx * 25.4) / 96)));
    if (picture) picture.style.width = `${widthMm}mm`;
  };
  const onEnd = (): void => {
    target.removeEventListener("pointermove", onMove);
    if (widthMm > 0) setWidth(widthMm);
  };
  target.setPointerCapture(start.pointerId);
  target.addEventListener("pointermove", onMove);
  target.addEventListener("pointerup", onEnd, { once: true });
}
