import { useMemo, useSyncExternalStore } from "react";
import { useStore } from "../store.ts";
import { type Frame, frameOf } from "./frame.ts";
import { shownPanel } from "./shown-panel.ts";

const DEFAULT_PANEL_PX = 308;
/** Four columns of figures. */
const FIGURES_PANEL_PX = 380;

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** The frame of the window as it is now; follows its size and its panels. */
export function useFrame(): Frame {
  const width = useSyncExternalStore(subscribe, () => window.innerWidth);
  const height = useSyncExternalStore(subscribe, () => window.innerHeight);
  const panels = useStore((state) => state.panels);
  const panel = useStore(shownPanel);
  const outlinePx = useStore((state) => state.settings.outlineWidthPx);
  const panelPx = useStore(
    (state) =>
      (panel && state.settings.panelWidthsPx[panel]) ?? (panel === "figures" ? FIGURES_PANEL_PX : DEFAULT_PANEL_PX),
  );
  return useMemo(
    () =>
      frameOf(
        { width, height },
        {
          ...{
            outline: panels.outline,
            outlineOver: panels.outlineOver,
            panel: panel !== null,
            panelOver: panels.panelOver,
          },
          ...{ pane: panels.preview || panels.compare, isPreview: panels.preview, outlinePx, panelPx },
        },
      ),
    [width, height, panels, panel, outlinePx, panelPx],
  );
}
