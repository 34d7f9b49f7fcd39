/** Long enough on the screen to be read, ms. */
const READ_MS = 2_000;

type ShownMessage = {
  readonly type?: string | undefined;
  /** What it offers to do. */
  readonly actionProps?: object | undefined;
  readonly data?: { readonly shownAt: number } | undefined;
};

/** Whether a message may go when its writer writes on: it only told something, and has stood there for a while. */
export const isRead = ({ type, actionProps, data }: ShownMessage, now: number): boolean =>
  type === "info" && actionProps === undefined && data !== undefined && now - data.shownAt >= READ_MS;
