import { describe, expect, it } from "vitest";
import { textCommandIds, windowCommandIds } from "../../renderer/command-ids.ts";
import { commands, nextZoom } from "../../renderer/commands.ts";
import { findCommands } from "../../renderer/dialogs/find-commands.ts";
import { parseShortcut, shortcutsOf } from "../../renderer/shortcut.ts";

describe("the commands of the window", () => {
  it("have one name and one identity each", () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
    expect(new Set(commands.map((command) => command.label)).size).toBe(commands.length);
  });

  it("are those that are named, each once", () => {
    const named = [...textCommandIds, ...windowCommandIds];
    expect(commands.map(({ id }) => id).toSorted()).toEqual(named.toSorted());
  });

  it("never share a key", () => {
    const keys = commands.flatMap((command) => shortcutsOf(command).map((text) => JSON.stringify(parseShortcut(text))));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("offer the keys that the manual promises", () => {
    const keys = commands.flatMap((command) => shortcutsOf(command));
    expect(keys).toEqual(
      expect.arrayContaining(["Ctrl+S", "Ctrl+Z", "Ctrl+F", "Ctrl+H", "Ctrl+1", "Ctrl+0", "Ctrl+E", "Ctrl+K", "F1"]),
    );
  });
});

describe("finding a command", () => {
  it("puts names that begin with the words first", () => {
    const labels = findCommands(commands, "导出").map((command) => command.label);
    expect(labels[0]).toBe("导出");
  });

  it("takes single characters in their order", () => {
    expect(findCommands(commands, "模板").map((command) => command.label)).toContain("另存为模板");
    expect(findCommands(commands, "存模").map((command) => command.label)).toContain("另存为模板");
    expect(findCommands(commands, "模存")).toEqual([]);
  });
});

it("steps through sizes of the page and stops at the ends", () => {
  expect(nextZoom(100, 1)).toBe(110);
  expect(nextZoom(104, -1)).toBe(100);
  expect(nextZoom(200, 1)).toBe(200);
  expect(nextZoom(50, -1)).toBe(50);
});
