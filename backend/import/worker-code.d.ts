/** What scripts/worker-code.ts makes of a script for a worker thread. */
declare module "*?code" {
  /** The script with all that it imports. */
  export const code: string;
}
