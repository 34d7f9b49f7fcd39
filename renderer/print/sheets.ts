import { type DrawnPage } from "../../core/layout/pages/drawn-page.ts";
import { ptToPx } from "../../core/layout/units.ts";
import { pageSvg, type PageDrawing } from "../pages/page-svg.ts";
import styles from "../pages/pages.module.css";

/** Pages that stand in the document, out of sight, for the printer; or why none do. */
export type Sheets =
  | { readonly kind: "made"; readonly remove: () => void }
  | { readonly kind: "given-up" }
  | { readonly kind: "picture-lost" };

/** How long pages are made at a stretch before the window gets its turn. */
const STRETCH_MS = 12;
/** How much lower a sheet is than its paper: a browser that rounds must not begin a further one. Nothing is printed there. */
const SPARE_PX = 2;

const sizeName = ({ widthPt, heightPt }: DrawnPage): string =>
  `size-${Math.round(widthPt * 20)}-${Math.round(heightPt * 20)}`;

/** A page of paper for each size, without margins, called by its name: upright and lying pages stand in one print. */
function paperRules(pages: readonly DrawnPage[]): CSSStyleSheet {
  const rules = new Map(
    pages.map((page) => [
      sizeName(page),
      `@page ${sizeName(page)} { size: ${page.widthPt}pt ${page.heightPt}pt; margin: 0; }`,
    ]),
  );
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([...rules.values(), "@page { margin: 0; }"].join("\n"));
  return sheet;
}

const turnOfWindow = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });

/** True once the picture is there, false where it cannot be read. */
const isLoaded = (image: SVGElement): Promise<boolean> =>
  new Promise((resolve) => {
    image.addEventListener("load", () => resolve(true), { once: true });
    image.addEventListener("error", () => resolve(false), { once: true });
  });

function sheetOf(page: DrawnPage, drawing: PageDrawing): HTMLElement {
  const sheet = document.createElement("div");
  sheet.className = `${styles["sheet"] ?? ""} ${styles["page"] ?? ""}`;
  // by property and not by attribute, which the policy of the window refuses
  sheet.style.setProperty("page", sizeName(page));
  sheet.style.width = `${page.widthPt}pt`;
  sheet.style.height = `${ptToPx(page.heightPt) - SPARE_PX}px`;
  const svg = pageSvg(page, drawing);
  svg.style.width = `${page.widthPt}pt`;
  svg.style.height = `${page.heightPt}pt`;
  sheet.append(svg);
  return sheet;
}

/**
 * Puts pages into the document for the printer, some at a time, so that the window goes on answering. Resolves when all of
 * them, with their pictures, are there.
 * @param onProgress how many are there
 * @returns what takes them away again; nothing is left where they were given up
 */
export async function makeSheets(
  pages: readonly DrawnPage[],
  drawing: PageDrawing,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<Sheets> {
  const root = document.createElement("div");
  root.className = styles["sheets"] ?? "";
  root.dataset["print"] = "";
  root.setAttribute("aria-hidden", "true");
  const rules = paperRules(pages);
  const pictures: Promise<boolean>[] = [];
  document.body.append(root);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const remove = (): void => {
    root.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
  };
  let began = performance.now();
  for (const [index, page] of pages.entries()) {
    const sheet = sheetOf(page, drawing);
    pictures.push(...[...sheet.querySelectorAll<SVGElement>("image")].map(isLoaded));
    root.append(sheet);
    if (performance.now() - began < STRETCH_MS) continue;
    onProgress(index + 1);
    await turnOfWindow();
    began = performance.now();
    if (signal.aborted) break;
  }
  const givenUp = new Promise<readonly boolean[]>((resolve) =>
    signal.addEventListener("abort", () => resolve([]), { once: true }),
  );
  const loaded = signal.aborted ? [] : await Promise.race([Promise.all(pictures), givenUp]);
  if (!signal.aborted && !loaded.includes(false)) return { kind: "made", remove };
  remove();
  return signal.aborted ? { kind: "given-up" } : { kind: "picture-lost" };
}
