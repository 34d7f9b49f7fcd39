import { type ComponentType } from "react";

let loaded: ComponentType | null = null;

/** Brings the editor's code into the window: once, ahead of need, while the library is looked at. */
export async function loadWorkspace(): Promise<ComponentType> {
  loaded ??= (await import("./workspace.tsx")).Workspace;
  return loaded;
}

/** The workspace where its code is here already. */
export const loadedWorkspace = (): ComponentType | null => loaded;
