/** Pieces of style sheets. */

export const mm = (value: number): string => `${value}mm`;
export const pt = (value: number): string => `${value}pt`;

export const rule = (selector: string, declarations: Readonly<Record<string, string | number>>): string =>
  `${selector} {\n${Object.entries(declarations)
    .map(([name, value]) => `  ${name}: ${value};\n`)
    .join("")}}\n`;
