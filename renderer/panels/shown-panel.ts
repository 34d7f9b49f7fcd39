import { type SidePanel } from "../../core/contract.ts";
import { type AppState } from "../store.ts";

/** The panel that is open on the right; null = none. The list of hits stands there as long as it is asked for. */
export function shownPanel({ panels, fields }: AppState): SidePanel | null {
  if (panels.hits && panels.find !== "closed") return "hits";
  if (!panels.right) return null;
  const { rightTab } = panels;
  if (rightTab === "review" && fields?.review === undefined) return "guidance";
  // 去年对照 has the same text with room of its own
  if (rightTab === "compare" && panels.compare) return null;
  return rightTab === "hits" ? "guidance" : rightTab;
}
