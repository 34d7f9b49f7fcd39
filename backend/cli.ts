import { runCommandLine } from "./cli/run.ts";
import { reasonOf } from "./store/file-errors.ts";

/** Where `nianbao` starts. Whatever a library prints goes to stderr: stdout carries the result alone. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
const result = { isCutOff: false };
/** Where the result goes may fail at once (a file on a full disk) or later (a pipe). */
function cutOff(error: NodeJS.ErrnoException): void {
  // A reader that has seen enough, as in `nianbao show … | head`, is no error.
  if (error.code === "EPIPE" || result.isCutOff) return;
  result.isCutOff = true;
  process.exitCode = 2;
  process.stderr.write(`结果没有输出完整（${reasonOf(error)}），不能使用。请换一个地方输出后重试。\n`);
}
process.stdout.on("error", cutOff);

// `npm run` moves to the folder of the package: paths are meant from where it was called.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
if (script === "cli" && calledFrom !== undefined) process.chdir(calledFrom);

// Whoever presses Ctrl+C once gets no half file; twice, the program ends at once.
const given = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => given.abort());

const exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => {
      try {
        write(text);
      } catch (error) {
        cutOff(error as NodeJS.ErrnoException);
      }
    },
    err: (text) => void process.stderr.write(text),
  },
  given.signal,
);
if (exitCode !== 0 || !result.isCutOff) process.exitCode = exitCode;
