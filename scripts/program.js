import { resolve } from "node:path";

/** The folder that the repository was cloned to. */
export const root = resolve(import.meta.dirname, "..");

/** @param {string[]} parts */
export const inRoot = (...parts) => resolve(root, ...parts);
