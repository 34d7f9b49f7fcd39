import { createChecking } from "./checking.ts";
import { type Question } from "./protocol.ts";

/** Checks beside the window, which goes on typing meanwhile. */
const ask = createChecking();

addEventListener("message", ({ data }: MessageEvent<Question>) => postMessage(ask(data)));
