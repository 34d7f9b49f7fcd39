import { runCommandLine } from "./cli/run.ts";

/** Where `nianbao` starts. Whatever a library prints goes to stderr: stdout carries the result alone. */
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
// A reader that has seen enough, as in `nianbao show … | head`, is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// `npm run` moves to the folder of the package: paths are meant from where it was called.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
if (script === "cli" && calledFrom !== undefined) process.chdir(calledFrom);

// Whoever presses Ctrl+C once gets no half file; twice, the program ends at once.
const given = new AbortController();
for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => given.abort());

process.exitCode = await runCommandLine(
  process.argv.slice(2),
  {
    out: (text) => void write(text),
    err: (text) => void process.stderr.write(text),
  },
  given.signal,
);
