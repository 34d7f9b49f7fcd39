import { AppError } from "../../core/result.ts";
import type { Arguments, Command } from "./command.ts";

const invalid = (option: string, reason: string): AppError => new AppError("argument-invalid", { option, reason });

/** `--name=value` and `--name value` → name and what follows the equals sign, if anything does. */
function splitOption(word: string): { readonly name: string; readonly attached: string | null } {
  const at = word.indexOf("=");
  return at < 0 ? { name: word.slice(2), attached: null } : { name: word.slice(2, at), attached: word.slice(at + 1) };
}

/** @throws AppError argument-missing, argument-invalid */
export function parseArguments(words: readonly string[], command: Command): Arguments {
  const values = new Map<string, string>();
  const lists = new Map<string, string[]>();
  const flags = new Set<string>();
  const files: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("--") || word === "--") {
      if (word.startsWith("-") && word !== "-") throw invalid(word, "没有这个选项");
      files.push(word);
      continue;
    }
    const { name, attached } = splitOption(word);
    if (values.has(name) || flags.has(name)) throw invalid(`--${name}`, "给出了两次");
    if (command.flags.includes(name)) {
      if (attached !== null) throw invalid(`--${name}`, "这个选项不带值");
      flags.add(name);
    } else if (command.values.includes(name) || command.repeated?.includes(name) === true) {
      const value = attached ?? words[(at += 1)];
      if (value === undefined || value === "" || (attached === null && value.startsWith("--"))) {
        throw new AppError("argument-missing", { option: `--${name} 的值` });
      }
      if (command.values.includes(name)) values.set(name, value);
      else lists.set(name, [...(lists.get(name) ?? []), value]);
    } else {
      throw invalid(`--${name}`, `${command.name} 命令没有这个选项`);
    }
  }
  return checked({ file: files[0] ?? "", secondFile: files[1] ?? "", values, lists, flags }, files, command);
}

function checked(given: Arguments, files: readonly string[], command: Command): Arguments {
  const takes = command.takesSecondFile === true ? 2 : 1;
  const tooMany = files[takes];
  if (command.takesFile && given.file === "") throw new AppError("argument-missing", { option: "文件名" });
  if (!command.takesFile && given.file !== "") throw invalid(given.file, `${command.name} 命令不带文件名`);
  if (tooMany !== undefined) {
    throw invalid(tooMany, `一次只能处理${takes === 2 ? "两" : "一"}个文件，文件名含空格时请加引号`);
  }
  if (takes === 2 && given.secondFile === "") throw new AppError("argument-missing", { option: "第二个文件名" });
  const missing = command.required.find((name) => !given.values.has(name));
  if (missing !== undefined) throw new AppError("argument-missing", { option: `--${missing}` });
  return given;
}
