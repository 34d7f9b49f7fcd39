import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalNode,
} from "lexical";
import * as z from "zod";
import { imageUrl } from "../../desk.ts";
import { readText } from "./state-values.ts";

const pixels = z.int().positive().catch(0);
const displayWidth = z.number().positive().nullable().catch(null);

const imageIdState = createState("imageId", { parse: readText });
// what is left out of the JSON may not be a size that a picture can have
const widthPxState = createState("widthPx", { parse: (value) => pixels.parse(value) });
const heightPxState = createState("heightPx", { parse: (value) => pixels.parse(value) });
export const displayWidthState = createState("displayWidthMm", {
  parse: (value) => displayWidth.parse(value),
});
export const altTextState = createState("altText", { parse: readText });

export type ReportImage = {
  readonly imageId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly displayWidthMm: number | null;
  readonly altText: string;
};

/** A picture on a line of its own. The file lies in the store; the node knows its id and its size. */
export class ReportImageNode extends DecoratorNode<null> {
  override $config() {
    return this.config("report-image", {
      extends: DecoratorNode,
      stateConfigs: [
        { stateConfig: imageIdState, flat: true },
        { stateConfig: widthPxState, flat: true },
        { stateConfig: heightPxState, flat: true },
        { stateConfig: displayWidthState, flat: true },
        { stateConfig: altTextState, flat: true },
      ],
    });
  }

  getImage(): ReportImage {
    return {
      imageId: $getState(this, imageIdState),
      widthPx: $getState(this, widthPxState),
      heightPx: $getState(this, heightPxState),
      displayWidthMm: $getState(this, displayWidthState),
      altText: $getState(this, altTextState),
    };
  }

  override createDOM(): HTMLElement {
    const figure = $getDocument().createElement("figure");
    figure.className = "report-image";
    const picture = $getDocument().createElement("img");
    picture.draggable = false;
    picture.addEventListener("error", () =>
      figure.setAttribute("data-missing", "图片文件不见了：可以删掉它再插入一次"),
    );
    figure.append(picture);
    this.show(figure);
    return figure;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const changed =
      $getStateChange(this, previous, displayWidthState) ??
      $getStateChange(this, previous, altTextState) ??
      $getStateChange(this, previous, imageIdState);
    if (changed) this.show(element);
    return false;
  }

  private show(figure: HTMLElement): void {
    const picture = figure.querySelector("img");
    if (!picture) return;
    const url = imageUrl($getState(this, imageIdState, "direct"));
    if (picture.getAttribute("src") !== url) picture.src = url;
    picture.alt = $getState(this, altTextState, "direct");
    const widthPx = $getState(this, widthPxState, "direct");
    const heightPx = $getState(this, heightPxState, "direct");
    const displayWidthMm = $getState(this, displayWidthState, "direct");
    // The natural size at 96 dpi; the page's style keeps every picture inside the type area.
    picture.style.width = displayWidthMm === null ? `${widthPx}px` : `${displayWidthMm}mm`;
    picture.style.aspectRatio = `${widthPx} / ${heightPx}`;
  }

  override exportDOM(): DOMExportOutput {
    const { imageId, altText, widthPx, heightPx } = this.getImage();
    const element = $getDocument().createElement("img");
    element.setAttribute("src", imageUrl(imageId));
    element.setAttribute("alt", altText);
    element.setAttribute("width", String(widthPx));
    element.setAttribute("height", String(heightPx));
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): boolean {
    return false;
  }

  override getTextContent(): string {
    return "";
  }
}

export function $createReportImageNode(image: ReportImage): ReportImageNode {
  const node = $create(ReportImageNode);
  $setState(node, imageIdState, image.imageId);
  $setState(node, widthPxState, image.widthPx);
  $setState(node, heightPxState, image.heightPx);
  $setState(node, displayWidthState, image.displayWidthMm);
  return $setState(node, altTextState, image.altText);
}

export function $isReportImageNode(node: LexicalNode | null | undefined): node is ReportImageNode {
  return node instanceof ReportImageNode;
}
