import { expect, it } from "vitest";
import { formatWhen } from "../../renderer/format-when.ts";

const now = new Date(2026, 2, 1, 0, 10);

it("says a past time the way people do", () => {
  expect(formatWhen(new Date(2026, 2, 1, 0, 5), now)).toBe("今天 0:05");
  expect(formatWhen(new Date(2026, 1, 28, 23, 50), now)).toBe("昨天 23:50");
  expect(formatWhen(new Date(2026, 1, 27, 23, 50), now)).toBe("2月27日");
  expect(formatWhen(new Date(2025, 11, 31, 8, 0), now)).toBe("2025年12月31日");
});
