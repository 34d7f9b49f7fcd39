import { CSPProvider } from "@base-ui/react/csp-provider";
import { lazy, Suspense, useEffect, useLayoutEffect } from "react";
import { commands } from "./commands.ts";
import { Dialogs } from "./dialogs/dialogs.tsx";
import { DropTarget } from "./library/drop-target.tsx";
import { followOpenReport } from "./library/reopen-report.ts";
import { Library } from "./library/library.tsx";
import { dispatchShortcuts } from "./shortcut-dispatcher.ts";
import { useStore } from "./store.ts";
import { Toaster } from "./ui/toast.tsx";
import { HintProvider } from "./ui/tooltip.tsx";
import { followShell } from "./follow-shell.ts";

const loadWorkspace = async () => ({ default: (await import("./panels/workspace.tsx")).Workspace });
const Workspace = lazy(loadWorkspace);

/** The window: the library or the report at hand, and what floats above both. */
export function App() {
  const route = useStore((state) => state.route);
  const theme = useStore((state) => state.settings.theme);
  // Before the first picture: a dark window must not begin with a bright flash.
  useLayoutEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  useEffect(() => dispatchShortcuts(commands), []);
  useEffect(followShell, []);
  useEffect(followOpenReport, []);
  useEffect(() => {
    // The library is on the screen; the editor's code comes while the user looks at it.
    void loadWorkspace();
  }, []);
  return (
    <CSPProvider disableStyleElements>
      <HintProvider delay={500}>
        {route.kind === "library" ? (
          <Library shelf={route.shelf} />
        ) : (
          <Suspense>
            <Workspace />
          </Suspense>
        )}
        <Dialogs />
        <DropTarget />
        <Toaster />
      </HintProvider>
    </CSPProvider>
  );
}
