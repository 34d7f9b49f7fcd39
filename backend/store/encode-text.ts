/** What a character of a string takes in UTF-8 at most; a pair of surrogates takes four for two. */
const MOST_BYTES_A_UNIT = 3;
/** Longer texts are rare, and the memory for them is not kept. */
const LONGEST_KEPT = 4_000_000;

/**
 * Turns text into bytes in memory that is used again: for a long report making new memory takes longer than the
 * turning itself. The bytes count until the next call.
 */
export function createEncoder(): (text: string) => Uint8Array {
  let memory = Buffer.alloc(0);
  return (text) => {
    if (text.length > LONGEST_KEPT) return Buffer.from(text, "utf8");
    const most = text.length * MOST_BYTES_A_UNIT;
    // Some room to grow, so that a text that is being written does not need new memory at every save.
    if (memory.length < most) memory = Buffer.allocUnsafeSlow(Math.ceil(most * 1.25));
    return memory.subarray(0, memory.write(text, 0, "utf8"));
  };
}
