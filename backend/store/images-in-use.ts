import type { Body } from "../../core/document/body.ts";

/** Images that open windows know. An image that was deleted from a text may come back by undo. */
export type ImagesInUse = {
  note(reportId: string, imageIds: Iterable<string>): void;
  forget(reportId: string): void;
  all(): ReadonlySet<string>;
};

export function createImagesInUse(): ImagesInUse {
  const byReport = new Map<string, Set<string>>();
  return {
    note: (reportId, imageIds) => {
      const known = byReport.get(reportId) ?? new Set();
      byReport.set(reportId, known);
      for (const imageId of imageIds) known.add(imageId);
    },
    forget: (reportId) => void byReport.delete(reportId),
    all: () => new Set([...byReport.values()].flatMap((imageIds) => [...imageIds])),
  };
}

/** The images of a body. They stand at its top level only. */
export const imagesOf = (body: Body): readonly string[] =>
  body.root.children.flatMap((node) => (node.type === "report-image" ? [node.imageId] : []));
