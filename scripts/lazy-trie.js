import Trie from "../node_modules/unicode-trie/index.js";

/**
 * Stands in for the tables of characters that fontkit and pdfkit unpack as they are loaded, whoever will ask them: most are
 * for the scripts of India, and no Chinese report asks. Each is unpacked when it is asked first.
 */
export default class LazyTrie {
  #packed;
  #trie;

  /** @param {Uint8Array} packed */
  constructor(packed) {
    this.#packed = packed;
  }

  /** @param {number} codePoint @returns {number} */
  get(codePoint) {
    this.#trie ??= new Trie(this.#packed);
    return this.#trie.get(codePoint);
  }
}
