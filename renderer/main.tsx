import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { reopenReport } from "./library/reopen-report.ts";
import { startDesk } from "./start-desk.ts";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root");

/**
 * The first picture is already the right one: theme, library or open report, and messages are known before it is drawn. No
 * `await` of the module itself: the workspace's file, which an open report waits for, waits for this one.
 */
async function showWindow(root: HTMLElement): Promise<void> {
  await Promise.all([startDesk(), reopenReport()]);
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

void showWindow(place);
