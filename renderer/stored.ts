/**
 * What the window remembers by itself between two visits: places, not texts. It stays in the window's own storage, so that
 * reading and scrolling write no file of the user's. Where there is no storage, nothing is remembered.
 */

/** The value that was stored under a name; undefined when there is none that can be read. */
export function readStored(name: string): unknown {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export function writeStored(name: string, value: unknown): void {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // full or switched off: the window works without it
  }
}
