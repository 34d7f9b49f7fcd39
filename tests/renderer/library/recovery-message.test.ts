import { expect, it } from "vitest";
import { recoveryMessage } from "../../../renderer/library/recovery-message.ts";

it("names the damaged file and the time of the version that was opened", () => {
  const message = recoveryMessage("报告.damaged.json", new Date(2026, 1, 3, 9, 5), new Date(2026, 1, 3, 12, 0));
  expect(message).toContain("“报告.damaged.json”");
  expect(message).toContain("今天 9:05");
});
