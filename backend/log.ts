/** Writes down a bug or a fault of the computer. Given by the shell. `place` says where, in a few words, without user text. */
export type Log = (place: string, error: unknown) => void;
