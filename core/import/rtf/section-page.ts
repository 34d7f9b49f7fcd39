/** How the pages of a section lie. */
export type SectionPage = {
  /** A section begins. */
  readonly begin: () => void;
  readonly readWord: (name: string, value: number | null) => void;
};

/** @param onLandscape called once for each section, and once for the file, whose pages lie on their side */
export function createSectionPage(onLandscape: () => void): SectionPage {
  let [width, height] = [0, 0];
  let isTold = false;
  let hasBegun = false;
  const tell = (): void => {
    if (!isTold) onLandscape();
    isTold = true;
  };
  return {
    begin: () => {
      // what was said of the file is said of its first section
      if (hasBegun) [width, height, isTold] = [0, 0, false];
      hasBegun = true;
    },
    readWord: (name, value) => {
      if (name === "lndscpsxn" || name === "landscape") tell();
      else if (name === "pgwsxn" || name === "paperw") width = value ?? 0;
      else if (name === "pghsxn" || name === "paperh") height = value ?? 0;
      else return;
      // some programs turn the sizes alone
      if (height > 0 && width > height) tell();
    },
  };
}
