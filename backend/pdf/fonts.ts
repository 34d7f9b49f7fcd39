import { type FontUse } from "../../core/contract.ts";
import { fontRoles, type FontRole } from "../../core/layout/font-role.ts";
import { fontChains, officialFaces } from "../../core/layout/fonts.ts";

/** Every face that the layout may ask a computer for. */
const askedFaces: readonly string[] = [...new Set(fontRoles.flatMap((role) => [...fontChains[role].requested]))];

/**
 * An expression for the printed page: which of the asked faces this computer has, as the Chromium that prints finds
 * them. It waits for the page's own faces too, since a PDF made earlier would show others.
 */
export const findFacesExpression = `(async () => {
  const names = ${JSON.stringify(askedFaces)};
  const isHere = (name) => new FontFace("probe", 'local("' + name + '")').load().then(() => true, () => false);
  const here = await Promise.all(names.map(isHere));
  await document.fonts.ready;
  return names.filter((_, index) => here[index]);
})()`;

/** @param found the faces of `findFacesExpression` */
export function describeFonts(found: readonly string[]): FontUse[] {
  const describe = (role: FontRole): FontUse => {
    const { requested, fallback } = fontChains[role];
    const used = requested.find((name) => found.includes(name));
    return { role, requested: officialFaces[role], used: used ?? fallback, substituted: used === undefined };
  };
  return fontRoles.map(describe);
}
