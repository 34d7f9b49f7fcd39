import { describeError } from "../../core/error-wording.ts";
import { AppError } from "../../core/result.ts";
import { parseArguments } from "./arguments.ts";
import { json, type Command, type Output } from "./command.ts";

const howToForce = "确认要覆盖时请加 --force。";

/** Each command loads what it needs when it is called: listing templates must not wait for the DOCX writer. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  templates: async () => (await import("./templates.ts")).templatesCommand,
  new: async () => (await import("./new.ts")).newCommand,
  import: async () => (await import("./import.ts")).importCommand,
  show: async () => (await import("./show.ts")).showCommand,
  compare: async () => (await import("./compare.ts")).compareCommand,
  check: async () => (await import("./check.ts")).checkCommand,
  figures: async () => (await import("./figures.ts")).figuresCommand,
  roll: async () => (await import("./roll.ts")).rollCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  style: async () => (await import("./style.ts")).styleCommand,
  fonts: async () => (await import("./fonts.ts")).fontsCommand,
};

const knownCommands = (): Promise<readonly Command[]> => Promise.all(Object.values(commands).map((load) => load()));

function helpText(known: readonly Command[]): string {
  const lines = known.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return [
    "年报台命令行。用法：nianbao 命令 [选项]",
    "",
    ...lines,
    "",
    "结果以 JSON 输出到标准输出，提示输出到标准错误。成功时退出码为 0，可预见的错误为 2，程序故障为 1，按 Ctrl+C 取消为 130。",
    "已有的文件不会被覆盖，除非加上 --force。",
    "",
  ].join("\n");
}

/** Where a command speaks. */
export type Streams = { readonly out: (text: string) => void; readonly err: (text: string) => void };

async function runCommand(words: readonly string[], { err }: Streams, signal: AbortSignal): Promise<Output> {
  const [name, ...rest] = words;
  if (name === undefined || name === "help" || words.includes("--help") || words.includes("-h")) {
    const known = await knownCommands();
    err(helpText(known));
    if (name === undefined) throw new AppError("argument-missing", { option: "命令" });
    return json({ commands: known.map(({ name, usage, summary }) => ({ name, usage, summary })) });
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    throw new AppError("unknown-command", { command: name, known: Object.keys(commands).join("、") });
  }
  const command = await load();
  return command.run(parseArguments(rest, command), signal);
}

/** As shells say that a program was ended with Ctrl+C. */
const INTERRUPTED = 130;
type ExitCode = 0 | 1 | 2 | typeof INTERRUPTED;

/**
 * Runs one command. Returns the exit code: 0 done, 2 expected error, 1 bug, 130 given up by its user. Never rejects.
 * @param signal gives it up
 */
export async function runCommandLine(
  words: readonly string[],
  { out, err }: Streams,
  signal: AbortSignal = new AbortController().signal,
): Promise<ExitCode> {
  try {
    const output = await runCommand(words, { out, err }, signal);
    out(output.kind === "json" ? `${JSON.stringify(output.value, null, 2)}\n` : output.text);
    return 0;
  } catch (error) {
    const isExpected = error instanceof AppError;
    const code = isExpected ? error.code : "internal";
    const message = describeError(code, isExpected ? error.details : {}) + (code === "file-exists" ? howToForce : "");
    out(`${JSON.stringify({ error: { code, message } })}\n`);
    err(`${message}\n`);
    // The kind of a bug helps whoever is told of it; its stack would only frighten.
    if (!isExpected) err(`（${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}）\n`);
    if (code === "cancelled") return INTERRUPTED;
    return isExpected ? 2 : 1;
  }
}
