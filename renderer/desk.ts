import { type Channel, type EventName } from "../core/channels.ts";
import { type EventPayload, type Input, type Output, type ShellBridge } from "../core/contract.ts";
import { type ErrorCode } from "../core/result.ts";
import { createBrowserBridge } from "./browser-bridge.ts";

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in browser mode. */
    readonly nianbao?: ShellBridge;
  }
}

/** A call that was refused. `message` is a Chinese sentence ready to show. */
export class CallError extends Error {
  override readonly name = "CallError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

let bridge: ShellBridge | undefined;

function shell(): ShellBridge {
  bridge ??= window.nianbao ?? createBrowserBridge();
  return bridge;
}

/** Calls the backend. @throws CallError with the message to show when the backend refuses. */
export async function call<C extends Channel>(channel: C, input: Input<C>): Promise<Output<C>> {
  const result = await shell().invoke(channel, input);
  if (!result.ok) throw new CallError(result.error.code, result.error.message);
  return result.value;
}

/** Listens to the backend. Returns the way to stop. */
export function on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
  return shell().on(event, listener);
}

/** The sentence to show for anything that was thrown. What no one expected is logged and worded plainly. */
export function messageOf(error: unknown): string {
  if (error instanceof CallError) return error.message;
  console.error(error);
  return "程序出了意外的问题，这一步没有做成。请再试一次；如果还不行，请先导出文本留底，再重新打开年报台。";
}

/** Where the page finds a stored image. */
export function imageUrl(imageId: string): string {
  return `./images/${imageId}`;
}
