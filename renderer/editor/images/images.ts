import { $getSelection, $isNodeSelection, $setState, type LexicalEditor } from "lexical";
import { type Output } from "../../../core/contract.ts";
import { call, CallError } from "../../desk.ts";
import {
  altTextState,
  displayWidthState,
  $createReportImageNode,
  $isReportImageNode,
  type ReportImageNode,
} from "../nodes/report-image-node.ts";
import { $insertBlock } from "../tables/tables.ts";
import { $selectNode } from "../structure/select-node.ts";

const LARGEST_IMAGE_BYTES = 10 * 1024 * 1024;
const imageTypes = ["image/png", "image/jpeg"];

export function isImageFile(file: File): boolean {
  return imageTypes.includes(file.type);
}

/**
 * Stores an image file beside the report.
 * @throws CallError with the message to show
 */
export async function storeImage(reportId: string, file: File): Promise<Output<"image.add">> {
  if (!isImageFile(file)) {
    throw new CallError("image-unsupported", `“${file.name}”不是 PNG 或 JPEG 图片，没有插入。请先把它另存为其中一种。`);
  }
  if (file.size > LARGEST_IMAGE_BYTES) {
    throw new CallError("image-too-large", `“${file.name}”超过 10 MB，没有插入。请先把图片缩小再插入。`);
  }
  const base64 = await base64Of(file);
  return call("image.add", { reportId, fileName: file.name === "" ? "图片" : file.name, base64 });
}

/** Stores an image file and puts it after the block at the cursor. @throws CallError with the message to show */
export async function insertImage(editor: LexicalEditor, reportId: string, file: File): Promise<void> {
  const stored = await storeImage(reportId, file);
  editor.update(() => {
    const image = $createReportImageNode({ ...stored, displayWidthMm: null, altText: "" });
    $insertBlock(image);
    $selectNode(image);
  });
}

async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

/** The picture that is selected, if one is. */
export function $selectedImage(): ReportImageNode | null {
  const selection = $getSelection();
  const node = $isNodeSelection(selection) ? selection.getNodes()[0] : null;
  return $isReportImageNode(node) ? node : null;
}

export function $setImageWidth(widthMm: number | null): void {
  const image = $selectedImage();
  if (image) $setState(image, displayWidthState, widthMm);
}

export function $setImageAltText(altText: string): void {
  const image = $selectedImage();
  if (image) $setState(image, altTextState, altText);
}
