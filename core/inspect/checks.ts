import type { Check } from "./check.ts";
import { faceChecks } from "./checks/face-checks.ts";
import { frameChecks } from "./checks/frame-checks.ts";
import { glyphChecks } from "./checks/glyph-checks.ts";
import { lineChecks, programChecks } from "./checks/line-checks.ts";
import { pageChecks } from "./checks/page-checks.ts";
import { pageNumberChecks } from "./checks/page-number-checks.ts";
import { signatureChecks } from "./checks/signature-checks.ts";
import { structureChecks, titleChecks } from "./checks/structure-checks.ts";
import { textChecks } from "./checks/text-checks.ts";

/** The rows of 版面体检单 in their order. A check is added here and to no other place. */
export const checks: readonly Check[] = [
  ...textChecks,
  ...pageChecks,
  ...lineChecks,
  ...pageNumberChecks,
  ...titleChecks,
  ...faceChecks,
  ...glyphChecks,
  ...structureChecks,
  ...signatureChecks,
  ...frameChecks,
  ...programChecks,
];
