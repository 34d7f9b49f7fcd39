/**
 * Gives a function of one key a memory without bounds: for keys of which there are few, such as the characters of a text
 * or the styles of a document. (`core/replace/remembered.ts` forgets, for keys without number.) An undefined answer is
 * asked for again.
 */
export function memoized<Key, Value>(find: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = find(key);
    known.set(key, value);
    return value;
  };
}
