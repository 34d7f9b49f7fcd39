/**
 * Gives a function of a text a memory: to look for another word, or again after a few changed paragraphs, must not work
 * through all of the text anew. What is known is forgotten all at once when there is too much of it.
 */
export function remembered<Value>(most: number, find: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = find(text);
    if (known.size >= most) known.clear();
    known.set(text, value);
    return value;
  };
}
