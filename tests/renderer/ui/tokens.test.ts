import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(join(import.meta.dirname, "../../../renderer/ui/tokens.css"), "utf8");

/** The colours of each theme; a later theme begins with those of the first. */
function themes(): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const found = new Map<string, ReadonlyMap<string, string>>();
  for (const [, selector = "", body = ""] of css.matchAll(/(:root[^{]*)\{([^}]*)\}/gu)) {
    const name = /data-theme="([^"]+)"/u.exec(selector)?.[1] ?? "light";
    const colours = [...body.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/gu)].map(
      ([, token = "", colour = ""]) => [token, colour] as const,
    );
    found.set(name, new Map([...(found.get("light") ?? []), ...colours]));
  }
  return found;
}

/** WCAG 2.2 relative luminance. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["ground", "panel", "paper", "control", "hover"];
const pairs: readonly (readonly [string, readonly string[]])[] = [
  ["ink", [...grounds, "accent-soft", "warn-soft", "figure-soft", "pressed"]],
  ["ink-2", [...grounds, "accent-soft", "warn-soft", "figure-soft"]],
  ["ink-3", [...grounds]],
  ["paper-ink", ["paper"]],
  ["accent", [...grounds, "accent-soft"]],
  ["on-accent", ["accent-fill", "accent-fill-strong"]],
  ["ok", ["panel", "control", "ok-soft"]],
  ["warn", ["panel", "control", "paper", "warn-soft"]],
  ["figure", ["paper", "panel", "control", "figure-soft"]],
  ["fault", [...grounds, "fault-soft"]],
  ["on-mark-current", ["mark-current"]],
];

describe.each([...themes()])("theme %s", (_, colours) => {
  it.each(pairs)("shows %s at a contrast of 4.5 or more", (text, backgrounds) => {
    for (const background of backgrounds) {
      const ratio = contrast(colours.get(text) ?? "", colours.get(background) ?? "");
      expect(ratio, `${text} on ${background}`).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it.each([...themes()])("the page is the brightest ground of theme %s", (_, colours) => {
  const paper = luminance(colours.get("paper") ?? "");
  for (const other of ["ground", "panel", "control", "hover", "pressed"])
    expect(luminance(colours.get(other) ?? ""), other).toBeLessThanOrEqual(paper);
});

it("has three themes", () => {
  expect([...themes().keys()]).toEqual(["light", "eye-care", "dark"]);
});
