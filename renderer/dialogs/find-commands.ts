import { type Command } from "../command.ts";

/** Commands whose name or group holds the characters of the query in order; names that hold it whole come first. */
export function findCommands(commands: readonly Command[], query: string): readonly Command[] {
  const wanted = query.toLowerCase().replaceAll(/\s+/gu, "");
  if (wanted === "") return commands;
  const rank = (command: Command): number => {
    const label = command.label.toLowerCase();
    if (label.startsWith(wanted)) return 0;
    if (label.includes(wanted)) return 1;
    return holdsInOrder(`${command.group ?? ""}${label}`.toLowerCase(), wanted) ? 2 : 3;
  };
  return commands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map((one) => one.command);
}

function holdsInOrder(text: string, wanted: string): boolean {
  let from = 0;
  for (const character of wanted) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + character.length;
  }
  return true;
}
