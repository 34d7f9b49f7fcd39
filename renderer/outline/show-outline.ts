import { isCompact } from "../panels/frame.ts";
import { setPanels, useStore } from "../store.ts";

/** Shows the outline: beside a wide page it gets its column back, elsewhere it is laid over the margin for a moment. */
export function showOutline(): void {
  const { panels } = useStore.getState();
  const size = { width: window.innerWidth, height: window.innerHeight };
  if (!isCompact(size) && !panels.preview && !panels.compare) setPanels({ outline: true });
  else setPanels({ outlineOver: true });
}
