import { homedir } from "node:os";
import { join } from "node:path";

const FOLDER_NAME = "nianbao-desk";

type Surroundings = {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
};

const here = (): Surroundings => ({ platform: process.platform, env: process.env, home: homedir() });

/** An environment variable that is set and not empty, else `fallback`. */
const setOr = (value: string | undefined, fallback: string): string =>
  value === undefined || value === "" ? fallback : value;

/** Where the user's reports, templates and settings live: the system's own place for data of a program. */
export function dataFolder({ platform, env, home }: Surroundings = here()): string {
  const base =
    platform === "win32"
      ? setOr(env["APPDATA"], join(home, "AppData", "Roaming"))
      : platform === "darwin"
        ? join(home, "Library", "Application Support")
        : setOr(env["XDG_DATA_HOME"], join(home, ".local", "share"));
  return setOr(env["NIANBAO_DATA"], join(base, FOLDER_NAME));
}

/** Whether the data folder is the program's own place, and not one that somebody chose for it, perhaps to share. */
export const isOwnDataFolder = ({ env }: Pick<Surroundings, "env"> = here()): boolean =>
  setOr(env["NIANBAO_DATA"], "") === "";

/** Where things live that can be made again at any time. */
export function cacheFolder({ platform, env, home }: Surroundings = here()): string {
  const base =
    platform === "win32"
      ? setOr(env["LOCALAPPDATA"], join(home, "AppData", "Local"))
      : platform === "darwin"
        ? join(home, "Library", "Caches")
        : setOr(env["XDG_CACHE_HOME"], join(home, ".cache"));
  return join(base, FOLDER_NAME);
}
