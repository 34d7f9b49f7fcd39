/** What of a keyboard event decides. */
export type KeyPress = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
};

type Shortcut = { readonly ctrl: boolean; readonly shift: boolean; readonly alt: boolean; readonly key: string };

/**
 * Keys that are told by their place on the keyboard, because Shift, Alt or an input method changes their character.
 */
const codesOfKeys: Readonly<Record<string, readonly string[]>> = {
  "=": ["Equal", "NumpadAdd"],
  "-": ["Minus", "NumpadSubtract"],
  "/": ["Slash"],
  ".": ["Period"],
  ",": ["Comma"],
  ...Object.fromEntries(Array.from({ length: 10 }, (_, digit) => [`${digit}`, [`Digit${digit}`, `Numpad${digit}`]])),
};

const shownKeys: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  Delete: "Del",
  Space: "空格",
};

/** Reads `Ctrl+Shift+R`. The last part is the key. */
export function parseShortcut(text: string): Shortcut {
  const parts = text.split("+");
  const key = parts.at(-1) ?? "";
  const modifiers = parts.slice(0, -1);
  return {
    ctrl: modifiers.includes("Ctrl"),
    shift: modifiers.includes("Shift"),
    alt: modifiers.includes("Alt"),
    key,
  };
}

/** True when the pressed keys are exactly those of the shortcut. Ctrl is also ⌘. */
export function matchesShortcut(press: KeyPress, text: string): boolean {
  const shortcut = parseShortcut(text);
  if ((press.ctrlKey || press.metaKey) !== shortcut.ctrl) return false;
  if (press.altKey !== shortcut.alt || press.shiftKey !== shortcut.shift) return false;
  const codes = codesOfKeys[shortcut.key];
  if (codes) return codes.includes(press.code);
  // Letters go by place when an input method or another layout hides them (`key` is then 处 or Process).
  if (/^[A-Z]$/u.test(shortcut.key)) {
    return press.key.toUpperCase() === shortcut.key || press.code === `Key${shortcut.key}`;
  }
  return press.key === shortcut.key;
}

/** What has shortcuts: one, several or none. */
type WithShortcut = { readonly shortcut?: string | readonly string[] };

/** All shortcuts of a command. */
export function shortcutsOf(command: WithShortcut): readonly string[] {
  if (command.shortcut === undefined) return [];
  return typeof command.shortcut === "string" ? [command.shortcut] : command.shortcut;
}

/** The shortcut that menus show. */
export function firstShortcut(command: WithShortcut): string | undefined {
  return shortcutsOf(command)[0];
}

/** A shortcut as people read it: `Ctrl+Shift+R`, `Alt+↑`. */
export function shortcutText(shortcut: string): string {
  return shortcut
    .split("+")
    .map((part) => shownKeys[part] ?? part)
    .join("+");
}
