import { readFileSync, writeFileSync } from "node:fs";
import { inRoot } from "./program.js";

/**
 * `node scripts/make-dictionary.js dict.txt`: makes core/words/dictionary.json of the word list of jieba (MIT), lines of
 * word, frequency and part of speech. Run by hand when the list changes; see docs/decisions/0026.
 */
const LEAST_FREQUENCY = 10;
const LONGEST_WORD = 8;

const [file = ""] = process.argv.slice(2);
const levels = new Map();
let total = 0;
for (const line of readFileSync(file, "utf8").split("\n")) {
  const [word = "", count = "0", kind = ""] = line.trim().split(" ");
  const frequency = Number(count);
  total += frequency;
  const isKept = /^\p{Script=Han}+$/u.test(word) && word.length <= LONGEST_WORD && frequency >= LEAST_FREQUENCY;
  // people are not words: they would be seen in every text that has their letters side by side
  if (!isKept || (kind.startsWith("nr") && word.length > 1)) continue;
  const level = Math.round(Math.log2(frequency));
  if (!levels.has(level)) levels.set(level, []);
  levels.get(level).push(word);
}
const words = Object.fromEntries(
  [...levels].sort(([one], [other]) => one - other).map(([level, list]) => [level, list.sort().join(" ")]),
);
writeFileSync(
  inRoot("core/words/dictionary.json"),
  `${JSON.stringify({ totalLevel: Number(Math.log2(total).toFixed(2)), words }, null, 2)}\n`,
);
