import { type Command } from "../command.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { useStore } from "../store.ts";

/** Whether a command can be run now, or why not, and whether what it switches is on; follows the window and the text. */
export function useCommandState(command: Command): {
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly whyNot: string | null;
} {
  const enabledByWindow = useStore(command.enabled);
  const checkedByWindow = useStore((state) => command.checked?.(state) ?? false);
  const enabled = useEditorSnapshot(() => command.enabled(useStore.getState()));
  const checked = useEditorSnapshot(() => command.checked?.(useStore.getState()) ?? false);
  const whyNot = useEditorSnapshot(() => command.whyNot?.(useStore.getState()) ?? null) ?? null;
  return { enabled: enabled ?? enabledByWindow, checked: checked ?? checkedByWindow, whyNot };
}
