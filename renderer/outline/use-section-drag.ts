import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useState } from "react";
import { type OutlineSection } from "../../core/document/outline.ts";
import { INTRODUCTION_SECTION_ID } from "../../core/document/schema.ts";
import { useStore } from "../store.ts";
import { type DropPlace, dropPlace } from "./drop-place.ts";
import { type Row } from "./outline-row.ts";

/** A section is dragged among the sections beside it; a line shows where it would go. */
export function useSectionDrag(
  element: RefObject<HTMLLIElement | null>,
  row: Row,
  outline: readonly OutlineSection[],
  editable: boolean,
): { readonly edge: DropPlace["edge"] | undefined; readonly isDragged: boolean } {
  const [edge, setEdge] = useState<DropPlace["edge"]>();
  const [isDragged, setDragged] = useState(false);
  const { position } = row;
  useEffect(() => {
    const node = element.current;
    if (!node || !editable) return;
    const placeOf = (source: Record<string | symbol, unknown>, clientY: number): DropPlace | null => {
      const { top, height } = node.getBoundingClientRect();
      const dragged = source["section"];
      return typeof dragged === "number" ? dropPlace(outline, dragged, position, (clientY - top) / height) : null;
    };
    return combine(
      draggable({
        element: node,
        canDrag: () => outline[position]?.sectionId !== INTRODUCTION_SECTION_ID,
        getInitialData: () => ({ section: position }),
        onDragStart: () => setDragged(true),
        onDrop: () => setDragged(false),
      }),
      dropTargetForElements({
        element: node,
        canDrop: ({ source, input }) => placeOf(source.data, input.clientY) !== null,
        onDrag: ({ source, location }) => setEdge(placeOf(source.data, location.current.input.clientY)?.edge),
        onDragLeave: () => setEdge(undefined),
        onDrop: ({ source, location }) => {
          setEdge(undefined);
          const place = placeOf(source.data, location.current.input.clientY);
          const moved = outline[source.data["section"] as number];
          if (place && moved) useStore.getState().editor?.moveSection(moved.index, place.target);
        },
      }),
    );
  }, [element, position, outline, editable]);
  return { edge, isDragged };
}
