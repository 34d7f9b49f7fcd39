import { createComparer } from "./comparer.ts";
import { type Question } from "./protocol.ts";

/** Compares beside the window, which goes on typing meanwhile. */
const ask = createComparer();

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const answer = ask(data);
  if (answer !== null) postMessage(answer);
});
