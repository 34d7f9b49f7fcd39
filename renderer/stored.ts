/**
 * What the window remembers by itself between two visits: places, not texts. It stays in the window's own storage, so that
 * reading and scrolling write no file of the user's. Where there is no storage, nothing is remembered.
 */

/** `local`: for every window and visit; `session`: for this tab, as long as it is open. */
type Memory = "local" | "session";

// a storage that is switched off throws where it is asked for
const storageOf = (memory: Memory): Storage => (memory === "local" ? localStorage : sessionStorage);

/** The value that was stored under a name; undefined when there is none that can be read. */
export function readStored(name: string, memory: Memory = "local"): unknown {
  try {
    const text = storageOf(memory).getItem(name);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export function writeStored(name: string, value: unknown, memory: Memory = "local"): void {
  try {
    storageOf(memory).setItem(name, JSON.stringify(value));
  } catch {
    // full or switched off: the window works without it
  }
}
