/** How the pages of a section lie. */
export type SectionPage = {
  /** A section begins. */
  readonly begin: () => void;
  readonly readWord: (name: string, value: number | null) => void;
  /** Whether the pages of the section that is read lie on their side. */
  readonly isLaidAcross: () => boolean;
};

export function createSectionPage(): SectionPage {
  let [width, height] = [0, 0];
  let isLaidAcross = false;
  let hasBegun = false;
  return {
    begin: () => {
      // what was said of the file is said of its first section
      if (hasBegun) [width, height, isLaidAcross] = [0, 0, false];
      hasBegun = true;
    },
    readWord: (name, value) => {
      if (name === "lndscpsxn" || name === "landscape") isLaidAcross = true;
      else if (name === "pgwsxn" || name === "paperw") width = value ?? 0;
      else if (name === "pghsxn" || name === "paperh") height = value ?? 0;
      else return;
      // some programs turn the sizes alone
      if (height > 0 && width > height) isLaidAcross = true;
    },
    isLaidAcross: () => isLaidAcross,
  };
}
