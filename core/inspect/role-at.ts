import type { FontRole } from "../layout/font-role.ts";
import { faces, headingFaces } from "../layout/gbt9704.ts";
import type { PrintedUnit } from "./printed-units.ts";

const attendance = ["attendees", "absentees", "observers"] as const;

/** How much of a line of 纪要 is its label: 出席, 请假 or 列席 with the mark behind it (10.3). */
export const labelLength = ({ source, text }: PrintedUnit): number =>
  source.kind === "element" && attendance.some((element) => element === source.element) ? text.indexOf("：") + 1 : 0;

/** The class of faces that what stands at an offset of a unit's bare text is set in. */
export function roleAt(unit: PrintedUnit, offset: number): FontRole {
  if (unit.kind === "title") return faces.title;
  if (unit.level !== null && offset < unit.headingLength) return headingFaces[unit.level];
  if (unit.role === "attachmentLabel") return faces.attachmentLabel;
  if (offset < labelLength(unit)) return faces.attendanceLabel;
  return unit.cell?.row === 0 ? faces.tableHead : faces.body;
}
