import { expect, test } from "vitest";
import { createDispatch } from "../../backend/dispatch.ts";
import { channels } from "../../core/channels.ts";
import type { Handlers } from "../../core/contract.ts";
import { AppError } from "../../core/result.ts";

const caller = { windowId: "window-1" };

const thrower = (error: unknown) => (): never => {
  throw error;
};
/** Handlers that all throw `error`, but for those given. */
function handlersWith(given: Partial<Handlers>, error: unknown = new Error("not expected to be called")): Handlers {
  const failing = Object.fromEntries(channels.map((channel) => [channel, thrower(error)]));
  return { ...(failing as unknown as Handlers), ...given };
}
function dispatchWith(handlers: Handlers) {
  const logged: unknown[][] = [];
  const dispatch = createDispatch(handlers, (...entry) => void logged.push(entry));
  return { dispatch, logged };
}

test("a call reaches its handler with parsed input and its caller, and its value comes back", async () => {
  const seen: unknown[] = [];
  const { dispatch, logged } = dispatchWith(
    handlersWith({
      "template.remove": (input, from) => {
        seen.push(input, from);
        return Promise.resolve({});
      },
    }),
  );
  expect(await dispatch("template.remove", { id: "own-1" }, caller)).toEqual({ ok: true, value: {} });
  expect(seen).toEqual([{ id: "own-1" }, caller]);
  expect(logged).toEqual([]);
});

test("a change of one setting reaches the handler without the defaults of the others", async () => {
  let seen: unknown;
  const { dispatch } = dispatchWith(
    handlersWith({
      "settings.change": (change) => {
        seen = change;
        return Promise.reject(new AppError("cancelled"));
      },
    }),
  );
  await dispatch("settings.change", { theme: "dark" }, caller);
  expect(seen).toEqual({ theme: "dark" });
});

test.each([
  ["an unknown channel", "library.explode", {}],
  ["a name of every object", "constructor", {}],
  ["a missing field", "report.open", {}],
  ["a field too many", "report.open", { id: "00000000-0000-4000-8000-000000000000", path: "/etc/passwd" }],
  ["a path for an id", "report.open", { id: "../../settings" }],
  ["no input at all", "library.list", undefined],
])("%s is a bad request, logged without what it said", async (_, channel, input) => {
  const { dispatch, logged } = dispatchWith(handlersWith({}));
  expect(await dispatch(channel, input, caller)).toMatchObject({ ok: false, error: { code: "bad-request" } });
  expect(logged).toHaveLength(1);
  expect(String(logged[0]?.[1])).not.toContain("passwd");
});

test("an expected error becomes a value with a Chinese sentence and is not logged", async () => {
  const { dispatch, logged } = dispatchWith(handlersWith({}, new AppError("disk-full", { name: "a.json" })));
  const result = await dispatch("library.list", {}, caller);
  expect(result).toMatchObject({ ok: false, error: { code: "disk-full" } });
  expect(result.ok ? "" : result.error.message).toMatch(/磁盘空间已满/u);
  expect(logged).toEqual([]);
});

test.each([new TypeError("secret path /home/x"), "a thrown string", null])(
  "a bug (%s) is logged once and its text stays inside",
  async (bug) => {
    const { dispatch, logged } = dispatchWith(handlersWith({}, bug));
    const result = await dispatch("library.list", {}, caller);
    expect(result).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(JSON.stringify(result)).not.toContain("secret");
    expect(logged).toEqual([["call library.list", bug]]);
  },
);

test("a handler that throws at once is answered like one that rejects", async () => {
  const { dispatch } = dispatchWith(
    handlersWith({
      "library.list": () => {
        throw new AppError("report-not-found");
      },
    }),
  );
  expect(await dispatch("library.list", {}, caller)).toMatchObject({ ok: false, error: { code: "report-not-found" } });
});
