import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

const FOLDER_NAME = "nianbao-desk";

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** The folder that the program was started in. */
  readonly startedIn?: string;
};

/** Asked once: a folder that is named from here must not become another one later. */
const startedIn = process.cwd();

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

/** A system's own place as an environment variable names it; a relative one counts as none, as XDG asks. */
const absoluteOr = (value: string | undefined, fallback: string): string =>
  value !== undefined && isAbsolute(value) ? value : fallback;

/** Where the user's reports, templates and settings live: the system's own place for data of a program. */
export function dataFolder({ platform, env, home, ...at }: Surroundings = here()): string {
  const chosen = env["NIANBAO_DATA"] ?? "";
  if (chosen !== "") return resolve(at.startedIn ?? startedIn, chosen);
  const base =
    platform === "win32"
      ? absoluteOr(env["APPDATA"], join(home, "AppData", "Roaming"))
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : absoluteOr(env["XDG_DATA_HOME"], join(home, ".local", "share"));
  return join(base, FOLDER_NAME);
}

/** Whether the data folder is the program's own place, and not one that somebody chose for it, perhaps to share. */
export const isOwnDataFolder = ({ env }: Pick<Surroundings, "env"> = here()): boolean =>
  (env["NIANBAO_DATA"] ?? "") === "";

/** Where things live that belong to this computer alone, also when the data folder lies on a share. */
export function configFolder({ platform, env, home }: Surroundings = here()): string {
  const base =
    platform === "win32"
      ? absoluteOr(env["LOCALAPPDATA"], join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Preferences")
        : absoluteOr(env["XDG_CONFIG_HOME"], join(home, ".config"));
  return join(base, FOLDER_NAME);
}

/** Where things live that can be made again at any time. */
export function cacheFolder({ platform, env, home }: Surroundings = here()): string {
  const base =
    platform === "win32"
      ? absoluteOr(env["LOCALAPPDATA"], join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Caches")
        : absoluteOr(env["XDG_CACHE_HOME"], join(home, ".cache"));
  return join(base, FOLDER_NAME);
}
