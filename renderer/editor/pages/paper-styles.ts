import { useInsertionEffect } from "react";
import { screenCss } from "../../../core/layout/css.ts";
import { type Layout } from "../../../core/layout/rules/layout.ts";

/**
 * Brings the layout's style sheet into the window, made from the same numbers as print and DOCX: before the text is there,
 * or a long one would be laid out without it first.
 */
export function usePaperStyles(layout: Layout): void {
  useInsertionEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(screenCss(layout));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [layout]);
}
