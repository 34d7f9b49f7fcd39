import { CSPProvider } from "@base-ui/react/csp-provider";
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from "react";
import { commands } from "./commands.ts";
import { Dialogs } from "./dialogs/dialogs.tsx";
import { DropTarget } from "./library/drop-target.tsx";
import { followOpenReport } from "./library/reopen-report.ts";
import { Library } from "./library/library.tsx";
import { loadedWorkspace, loadWorkspace } from "./panels/load-workspace.ts";
import { dispatchShortcuts } from "./shortcut-dispatcher.ts";
import { useStore } from "./store.ts";
import { Toaster } from "./ui/toast.tsx";
import { HintProvider } from "./ui/tooltip.tsx";
import { followShell } from "./follow-shell.ts";

const LazyWorkspace = lazy(async () => ({ default: await loadWorkspace() }));

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
        {route.kind === "library" ? <Library shelf={route.shelf} /> : <Editor />}
        <Dialogs />
        <DropTarget />
        <Toaster />
      </HintProvider>
    </CSPProvider>
  );
}

/** React holds back for 300 ms what it had to wait for, however short the wait was: code that is here is not waited for. */
function Editor() {
  const [Workspace] = useState(() => loadedWorkspace() ?? LazyWorkspace);
  return (
    <Suspense>
      <Workspace />
    </Suspense>
  );
}
