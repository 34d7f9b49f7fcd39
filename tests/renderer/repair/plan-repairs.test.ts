import { expect, test, vi } from "vitest";
import { metaSchema } from "../../../core/document/schema.ts";
import { planRepairs } from "../../../renderer/repair/plan-repairs.ts";

const report = { blocks: [], meta: metaSchema.parse({}), year: 2026 };

function openWorker() {
  const listeners = new Map<string, (event: object) => void>();
  const terminate = vi.fn();
  const worker = {
    postMessage: vi.fn(),
    terminate,
    addEventListener: (kind: string, listen: (event: object) => void) => void listeners.set(kind, listen),
  } as unknown as Worker;
  return { worker, terminate, tell: (kind: string, event: object) => listeners.get(kind)?.(event) };
}

test("a plan that does not come in time is given up with a sentence for the writer", async () => {
  vi.useFakeTimers();
  try {
    const { worker, terminate } = openWorker();
    const plan = expect(planRepairs(report, undefined, () => worker)).rejects.toMatchObject({
      code: "work-too-slow",
      message: expect.stringMatching(/^导入体检用时过长，已停止/u) as string,
    });
    await vi.advanceTimersByTimeAsync(60_000);
    await plan;
    expect(terminate).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});

test("a plan that nobody wants any more ends its worker at once", async () => {
  const { worker, terminate } = openWorker();
  const control = new AbortController();
  const plan = expect(planRepairs(report, control.signal, () => worker)).rejects.toHaveProperty("name", "AbortError");
  control.abort();
  await plan;
  expect(terminate).toHaveBeenCalledOnce();
});

test("a plan that came leaves nothing behind", async () => {
  const { worker, terminate, tell } = openWorker();
  const control = new AbortController();
  const plan = planRepairs(report, control.signal, () => worker);
  tell("message", { data: { repairs: [], unchanged: [] } });
  expect(await plan).toEqual({ repairs: [], unchanged: [] });
  control.abort();
  expect(terminate).toHaveBeenCalledOnce();
});
