import { type OwnWord } from "../../core/check/lists/own-words.ts";
import { type DirectoryEntry } from "../../core/directory/directory.ts";
import { call } from "../desk.ts";
import { announceFailure } from "../ui/toast.tsx";
import { refreshHouse, useHouse } from "./house-store.ts";

/** Makes other entries of those that are there. */
export type Edit<E> = (entries: readonly E[]) => readonly E[];

/** One change after the other: each is made from what the one before it has stored. */
let turn: Promise<unknown> = Promise.resolve();

function inTurn<E>(work: () => Promise<readonly E[]>): Promise<readonly E[] | null> {
  const done = turn.then(work).catch(async (error: unknown) => {
    announceFailure(error);
    await refreshHouse().catch(() => undefined);
    return null;
  });
  turn = done;
  return done;
}

/** Changes 名录 and stores it. Returns the entries as they were, or null where it could not be stored, which was said. */
export const changeDirectory = (edit: Edit<DirectoryEntry>): Promise<readonly DirectoryEntry[] | null> =>
  inTurn(async () => {
    const { entries: before, revision } = useHouse.getState().directory;
    const directory = await call("directory.save", { entries: [...edit(before)], baseRevision: revision });
    useHouse.setState({ directory });
    return before;
  });

/** The same for 词表. */
export const changeWords = (edit: Edit<OwnWord>): Promise<readonly OwnWord[] | null> =>
  inTurn(async () => {
    const { entries: before, revision } = useHouse.getState().words;
    const words = await call("words.save", { entries: [...edit(before)], baseRevision: revision });
    useHouse.setState({ words });
    return before;
  });
