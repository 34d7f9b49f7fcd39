import { showProposals } from "../../core/figures/shown-proposals.ts";
import { type Question } from "./protocol.ts";

/** Looks for figures beside the window, which goes on typing meanwhile. */
addEventListener("message", ({ data: { turn, text } }: MessageEvent<Question>) =>
  postMessage({ turn, proposals: showProposals(text) }),
);
