import { describe, expect, it } from "vitest";
import { type KeyPress, matchesShortcut, shortcutText } from "../../renderer/shortcut.ts";

const press = (key: string, code: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...modifiers,
});
const ctrl = { ctrlKey: true };

describe("matching a shortcut", () => {
  it("takes a letter in either case", () => {
    expect(matchesShortcut(press("s", "KeyS", ctrl), "Ctrl+S")).toBe(true);
    expect(matchesShortcut(press("R", "KeyR", { ...ctrl, shiftKey: true }), "Ctrl+Shift+R")).toBe(true);
  });

  it("goes by the place of a letter when an input method hides it", () => {
    expect(matchesShortcut(press("Unidentified", "KeyK", ctrl), "Ctrl+K")).toBe(true);
  });

  it("wants exactly the named modifiers", () => {
    expect(matchesShortcut(press("z", "KeyZ", { ...ctrl, shiftKey: true }), "Ctrl+Z")).toBe(false);
    expect(matchesShortcut(press("e", "KeyE"), "Ctrl+E")).toBe(false);
    expect(matchesShortcut(press("0", "Digit0", { ...ctrl, altKey: true }), "Ctrl+0")).toBe(false);
    expect(matchesShortcut(press("F1", "F1", ctrl), "F1")).toBe(false);
  });

  it("knows digits and signs by their key, on the number pad as well", () => {
    expect(matchesShortcut(press("2", "Numpad2", ctrl), "Ctrl+2")).toBe(true);
    expect(matchesShortcut(press("≠", "Equal", { ...ctrl, altKey: true }), "Ctrl+Alt+=")).toBe(true);
    expect(matchesShortcut(press("3", "Digit3", ctrl), "Ctrl+2")).toBe(false);
  });

  it("takes the command key of a Mac keyboard for Ctrl", () => {
    expect(matchesShortcut(press("s", "KeyS", { metaKey: true }), "Ctrl+S")).toBe(true);
  });
});

it("writes arrows the way people read them", () => {
  expect(shortcutText("Alt+ArrowUp")).toBe("Alt+↑");
  expect(shortcutText("Ctrl+Alt+=")).toBe("Ctrl+Alt+=");
});
