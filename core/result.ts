/**
 * Every expected failure of the program, by name. The Chinese sentence for each stands in
 * `error-wording.ts`; a code added here does not compile until it has one.
 */
export const errorCodes = [
  // the call itself
  "bad-request",
  "cancelled",
  "internal",
  // reports in the library
  "report-not-found",
  "report-damaged",
  "report-newer-version",
  "report-open-elsewhere",
  "report-changed-elsewhere",
  "not-a-report",
  // replacing in several reports
  "replace-open",
  "replace-changed",
  "replace-undo-changed",
  "replace-undo-gone",
  "year-not-later",
  "year-in-doubt",
  "previous-missing",
  "repairs-outdated",
  "report-too-long",
  "clock-unbelievable",
  "report-too-large",
  "work-too-slow",
  "work-too-large",
  // writing to disk
  "disk-full",
  "folder-read-only",
  "file-locked",
  "write-failed",
  "name-too-long",
  "file-exists",
  "folder-not-found",
  "folder-not-shown",
  // templates
  "template-not-found",
  "template-damaged",
  "template-built-in",
  // files brought in
  "file-not-found",
  "file-unreadable",
  "file-empty",
  "file-too-large",
  "file-not-text",
  "file-not-word",
  "file-owner-lock",
  "file-kind-unsupported",
  "file-encrypted",
  "file-damaged",
  "file-too-complex",
  "file-too-slow",
  "sheet-unreadable",
  // lists of the house
  "list-changed-elsewhere",
  "list-not-writable",
  "image-unsupported",
  "image-too-large",
  "style-invalid",
  // what goes out
  "pdf-failed",
  "docx-failed",
  "nothing-to-export",
  // command line
  "unknown-command",
  "argument-missing",
  "argument-invalid",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts that the wording needs: a file's name, a limit, a version. Never a stack trace or a full path. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** An expected failure. Thrown inside the backend, turned into a `Result` at its boundary. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** What crosses the boundary between window and backend. `message` is a Chinese sentence ready to show. */
export type Failure = {
  readonly ok: false;
  readonly error: { readonly code: ErrorCode; readonly message: string };
};
export type Result<T> = { readonly ok: true; readonly value: T } | Failure;

/** Makes the compiler prove that a union was handled completely. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
