import { useInsertionEffect } from "react";
import { type Settings } from "../../../core/contract.ts";
import { screenCss } from "../../../core/layout/css.ts";

/**
 * Brings the layout's style sheet into the window, made from the same numbers as print and DOCX: before the text is there,
 * or a long one would be laid out without it first.
 */
export function usePaperStyles(westernFace: Settings["westernFace"]): void {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(screenCss({ westernFace }));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [westernFace]);
}
