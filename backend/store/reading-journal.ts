import { writeSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { thisComputer } from "../computer.ts";
import { type Handle, listFolder, removeIfThere } from "./file.ts";
import type { FileSystem } from "./file-system.ts";
import { isLeftover } from "./leftovers.ts";
import { temporaryPathOf } from "./temporary-name.ts";

const noteSchema = z.object({
  shelf: z.string(),
  id: z.string(),
  /** Names the content, see `markOf`. */
  mark: z.string(),
  /** How often the program had ended over it before. */
  endings: z.int().min(0),
});
type Note = Readonly<z.infer<typeof noteSchema>>;

/**
 * What is being understood at this moment, on disk, so that the next start knows over which file the program ended:
 * some contents end it whatever it does, and must not do so at every start.
 */
export type ReadingJournal = {
  /** How often the program ended while it looked into this content. */
  readonly endingsOver: (shelf: string, id: string, mark: string) => number;
  /** Makes ready to take notes; to be awaited before `line`. */
  open(): Promise<void>;
  /** A line for the note that a file is looked into; null: none can be written. To be given back. */
  readonly line: (note: Note) => NoteLine | null;
  readonly giveBack: (line: NoteLine) => void;
  /** Everything has been looked into: nothing is left on disk. */
  close(): Promise<void>;
};

/** Where a note stands in the opened file, and what is written there. It may travel to a thread. */
export type NoteLine = { readonly fd: number; readonly slot: number; readonly content: Uint8Array };

const NAME = "reading";
const BYTES_A_NOTE = 512;
const nothing = Buffer.alloc(BYTES_A_NOTE, " ");

function write({ fd, slot }: NoteLine, content: Uint8Array): void {
  try {
    // at once, and not synced: what ends the program does not end the computer
    writeSync(fd, content, 0, BYTES_A_NOTE, slot * BYTES_A_NOTE);
  } catch {
    // A full disk: the file is read all the same.
  }
}

/**
 * Does a piece of work with its note on disk, and no moment longer: a program that is ended from outside is no fault of
 * the file that it would have read next.
 */
export function withNote<T>(line: NoteLine | null, work: () => T): T {
  if (line === null) return work();
  write(line, line.content);
  try {
    return work();
  } finally {
    write(line, nothing);
  }
}

const keyOf = (shelf: string, id: string, mark: string): string => `${shelf} ${id} ${mark}`;

async function readNotes(files: FileSystem, path: string): Promise<readonly Note[]> {
  const handle = await files.open(path, "r");
  try {
    const lines = (await handle.readFile()).toString("utf8").split("\n");
    return lines.flatMap((line) => {
      try {
        return [noteSchema.parse(JSON.parse(line))];
      } catch {
        return [];
      }
    });
  } finally {
    await handle.close();
  }
}

/** What programs that ended left behind; their notes are read before the leftovers are cleared. */
async function findEndings(files: FileSystem, dataFolder: string): Promise<ReadonlyMap<string, number>> {
  const endings = new Map<string, number>();
  for (const name of await listFolder(files, dataFolder).catch(() => [])) {
    if (!name.startsWith(`${NAME}.`) || !isLeftover(name, thisComputer().id)) continue;
    for (const note of await readNotes(files, join(dataFolder, name)).catch(() => [])) {
      endings.set(keyOf(note.shelf, note.id, note.mark), note.endings + 1);
    }
  }
  return endings;
}

/** Opens the journal of a data folder, which may be one that cannot be written to: then nothing is remembered. */
export async function openReadingJournal(files: FileSystem, dataFolder: string): Promise<ReadingJournal> {
  const endings = await findEndings(files, dataFolder);
  const path = temporaryPathOf(join(dataFolder, NAME));
  let opening: Promise<void> | null = null;
  let opened: Handle | null = null;
  const taken = new Set<number>();

  return {
    endingsOver: (shelf, id, mark) => endings.get(keyOf(shelf, id, mark)) ?? 0,
    open: () =>
      (opening ??= files.open(path, "wx").then(
        (handle) => void (opened = handle),
        () => undefined,
      )),
    line: (note) => {
      if (opened === null) return null;
      let slot = 0;
      while (taken.has(slot)) slot += 1;
      taken.add(slot);
      const content = Buffer.from(nothing);
      content.write(`${JSON.stringify(note)}\n`);
      return { fd: opened.fd, slot, content };
    },
    giveBack: ({ slot }) => void taken.delete(slot),
    close: async () => {
      await opening;
      opening = null;
      if (opened === null) return;
      await opened.close();
      opened = null;
      await removeIfThere(files, path);
    },
  };
}
