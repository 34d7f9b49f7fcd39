import { AppError, type ErrorCode, type ErrorDetails } from "../../core/result.ts";

/** What a thread answers, once. */
export type ThreadAnswer<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: "failed"; readonly error: unknown };

/** An error as a thread hands it on: one that is expected goes by its code. */
export const refusalOf = (error: unknown): ThreadAnswer<never> =>
  error instanceof AppError ? { kind: "refused", code: error.code, details: error.details } : { kind: "failed", error };

/** The thread's last word as a value or an error. */
export function valueOf<T>(answer: ThreadAnswer<T>): T {
  switch (answer.kind) {
    case "done":
      return answer.value;
    case "refused":
      throw new AppError(answer.code, answer.details);
    case "failed":
      throw answer.error instanceof Error ? answer.error : new Error("A thread failed");
  }
}
