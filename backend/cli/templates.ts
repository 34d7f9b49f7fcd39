import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { readTemplate } from "../../core/document/migrate.ts";
import { outlineOf } from "../../core/document/outline.ts";
import { builtInTemplateIds, type Template } from "../../core/document/template.ts";
import { AppError } from "../../core/result.ts";
import { programFolders } from "../program-folder.ts";
import { json, type Command } from "./command.ts";

async function readBuiltIn(id: string): Promise<Template> {
  return readTemplate(JSON.parse(await readFile(join(programFolders.templates, `${id}.json`), "utf8")));
}

async function builtInIds(): Promise<readonly string[]> {
  const names = await readdir(programFolders.templates);
  const ids = names.flatMap((name) => /^([a-z0-9-]+)\.json$/u.exec(name)?.[1] ?? []);
  const order: readonly string[] = builtInTemplateIds;
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return ids.sort((one, other) => place(one) - place(other) || one.localeCompare(other));
}

/** @throws AppError template-not-found */
export async function findTemplate(id: string): Promise<Template> {
  if (!(await builtInIds()).includes(id)) throw new AppError("template-not-found", { name: id });
  return readBuiltIn(id);
}

/** The outline without the introduction. Any year does: it changes no heading's place. */
const sectionsOf = ({ blocks }: Template): number => outlineOf(blocks, new Date().getFullYear()).slice(1).length;

export const templatesCommand: Command = {
  name: "templates",
  usage: "templates",
  summary: "列出可用的模板",
  takesFile: false,
  values: [],
  required: [],
  flags: [],
  run: async () => {
    const templates = await Promise.all((await builtInIds()).map(readBuiltIn));
    return json(
      templates.map((template) => ({ id: template.id, name: template.name, sections: sectionsOf(template) })),
    );
  },
};
