import { AppError, type ErrorCode, type ErrorDetails } from "../../core/result.ts";

/** What a thread answers, once. */
export type ThreadAnswer<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: "failed"; readonly error: unknown };

/** An error as a thread hands it on: one that is expected goes by its code. */
export const refusalOf = (error: unknown): ThreadAnswer<never> =>
  error instanceof AppError ? { kind: "refused", code: error.code, details: error.details } : { kind: "failed", error };
