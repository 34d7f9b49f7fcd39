import { type AppState } from "../store.ts";

/** 核对人: the name that decisions and replacements carry; the computer's user where none is given. */
export function reviewerName({ settings, info }: AppState): string {
  return settings.reviewer === "" ? (info?.userName ?? "") : settings.reviewer;
}
