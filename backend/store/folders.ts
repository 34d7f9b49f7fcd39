import { join } from "node:path";

/** 本单位版式 of this computer, in the data folder. */
export const houseStyleFileName = "house-style.json";

/** Where things lie in the data folder. */
export type Folders = ReturnType<typeof foldersIn>;

export const foldersIn = (dataFolder: string) =>
  ({
    data: dataFolder,
    reports: join(dataFolder, "reports"),
    trash: join(dataFolder, "trash"),
    images: join(dataFolder, "images"),
    templates: join(dataFolder, "templates"),
    index: join(dataFolder, "index.json"),
    settings: join(dataFolder, "settings.json"),
    houseStyle: join(dataFolder, houseStyleFileName),
    directory: join(dataFolder, "directory.json"),
    words: join(dataFolder, "words.json"),
  }) as const;
