/**
 * NodeState values as they come out of JSON. Plain checks: a long report has thousands of them, and to run a schema for
 * each one was a tenth of the time that opening took.
 */

export const readText = (value: unknown): string => (typeof value === "string" ? value : "");

export const readFlag = (value: unknown): boolean => value === true;

/** One of `all`, or what stands for anything else. */
export const readOneOf =
  <T extends string | number>(all: readonly T[], otherwise: T): ((value: unknown) => T) =>
  (value) =>
    all.find((one) => one === value) ?? otherwise;
