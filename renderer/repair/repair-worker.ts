import { type RepairableReport } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";

/** Looks a report through beside the window, which stays usable meanwhile. */
addEventListener("message", ({ data }: MessageEvent<RepairableReport>) => {
  postMessage(findRepairs(data));
});
