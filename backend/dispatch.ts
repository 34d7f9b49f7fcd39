import type * as z from "zod";
import { channels, type Channel } from "../core/channels.ts";
import { type Caller, contract, type Handlers } from "../core/contract.ts";
import { describeError } from "../core/error-wording.ts";
import { AppError, type Failure, type Result } from "../core/result.ts";
import type { Log } from "./log.ts";

/** Answers a call of a window. Never rejects. */
export type Dispatch = (channel: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;

const isChannel = (name: string): name is Channel => (channels as readonly string[]).includes(name);

/** Whether a call brings a text that stands in a window and nowhere else. */
const isSave = (channel: string): boolean => channel === "report.save" || channel === "report.saveCopy";

const failure = (error: AppError, channel: string): Failure => ({
  ok: false,
  error: {
    code: error.code,
    message: describeError(error.code, { ...(isSave(channel) ? { purpose: "save" } : {}), ...error.details }),
  },
});

/** Where an input does not fit, without what it says: the writer's text does not go into a log. */
const misfits = (
  issues: readonly { readonly path: readonly PropertyKey[]; readonly code?: string | undefined }[],
): string => issues.map(({ path, code }) => `${path.map(String).join(".")}: ${code ?? "misfit"}`).join("; ");

/** A text that has outgrown the file format is no bug: its writer hears what became too much. */
function refusalOf(channel: Channel, { issues }: z.ZodError): AppError {
  const cause = new Error(`${channel}: ${misfits(issues)}`);
  const tooBig = issues.find((issue) => issue.code === "too_big");
  if (!isSave(channel) || tooBig === undefined) return new AppError("bad-request", {}, { cause });
  const most = Number(tooBig.maximum).toLocaleString("en");
  const reason = tooBig.origin === "string" ? `有一处文字超过 ${most} 字` : `某一项超过 ${most} 个`;
  const isText = tooBig.path.at(-1) === "children" && tooBig.path.at(-2) === "root";
  return new AppError("report-too-large", { reason: isText ? `正文超过 ${most} 段` : reason }, { cause });
}

/** The boundary between windows and backend: parses each input, turns expected errors into values, logs bugs once. */
export function createDispatch(handlers: Handlers, log: Log = console.error): Dispatch {
  const answer = async (channel: Channel, input: unknown, caller: Caller): Promise<unknown> => {
    const parsed = contract[channel].input.safeParse(input);
    if (!parsed.success) throw refusalOf(channel, parsed.error);
    // The compiler cannot see that schema and handler of one channel belong together; `Handlers` says that they do.
    const handler = handlers[channel] as (parsedInput: unknown, caller: Caller) => Promise<unknown>;
    return handler(parsed.data, caller);
  };

  return async (channel, input, caller) => {
    try {
      if (!isChannel(channel)) throw new AppError("bad-request", {}, { cause: new Error("Unknown channel") });
      return { ok: true, value: await answer(channel, input, caller) };
    } catch (error) {
      // A request that does not fit the contract is a bug of the window, whoever it is shown to.
      if (!(error instanceof AppError)) log(`call ${channel}`, error);
      else if (error.code === "bad-request" || error.code === "report-too-large") log("call", error.cause ?? error);
      return failure(error instanceof AppError ? error : new AppError("internal"), channel);
    }
  };
}
