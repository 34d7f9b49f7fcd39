import { expect, test } from "vitest";
import { isRead } from "../../../renderer/ui/is-read.ts";

const shown = { type: "info", data: { shownAt: 1_000 } };

test("a message that only tells something is read after two seconds", () => {
  expect(isRead(shown, 2_999)).toBe(false);
  expect(isRead(shown, 3_000)).toBe(true);
});

test("a failure, and a message that offers to do something, wait for their writer", () => {
  expect(isRead({ ...shown, type: "failure" }, 60_000)).toBe(false);
  expect(isRead({ ...shown, actionProps: { children: "撤销" } }, 60_000)).toBe(false);
});
