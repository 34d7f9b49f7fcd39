import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { expect, test } from "vitest";
import * as z from "zod";
import { createDurableAdapter, type DurableAdapter } from "../../../backend/store/durable-adapter.ts";
import { type FileSystem, nodeFileSystem } from "../../../backend/store/file-system.ts";
import { systemError, watchedFileSystem } from "./faulty-file-system.ts";
import { makeFolder } from "./test-store.ts";

const schema = z.object({ count: z.int() });
type Data = z.infer<typeof schema>;
const adapterOn = (path: string, files: FileSystem = nodeFileSystem): DurableAdapter<Data> =>
  createDurableAdapter<Data>({ path, parse: (json) => schema.parse(json), files, now: () => new Date() });

test("lowdb reads back what it wrote", async () => {
  const path = join(await makeFolder(), "a.json");
  const low = new Low(adapterOn(path), { count: 0 });
  await low.update((data) => (data.count = 7));
  const again = new Low(adapterOn(path), { count: 0 });
  await again.read();
  expect(again.data).toEqual({ count: 7 });
});

test("of 100 racing writes each is acknowledged only when its data or later data is on disk", async () => {
  const path = join(await makeFolder(), "a.json");
  let diskWrites = 0;
  const files = watchedFileSystem((operation) => {
    if (operation === "handle.writeFile") diskWrites += 1;
  });
  const adapter = adapterOn(path, files);
  const reader = adapterOn(path);
  let asked = 0;
  const writes = Array.from({ length: 100 }, async (_, index) => {
    // Some come in the same tick, some while others are under way.
    if (index % 3 === 0) await new Promise((resolve) => setTimeout(resolve, index % 10));
    const count = (asked += 1);
    await adapter.write({ count });
    return { count, onDisk: (await reader.read())?.count ?? 0 };
  });
  for (const { count, onDisk } of await Promise.all(writes)) expect(onDisk).toBeGreaterThanOrEqual(count);
  expect((await reader.read())?.count).toBe(100);
  expect(diskWrites).toBeLessThan(100);
});

test("writes that wait for the same turn become one, and the last of them is what is written", async () => {
  const path = join(await makeFolder(), "a.json");
  let diskWrites = 0;
  const files = watchedFileSystem((operation) => {
    if (operation === "handle.writeFile") diskWrites += 1;
  });
  const adapter = adapterOn(path, files);
  await Promise.all(Array.from({ length: 100 }, (_, count) => adapter.write({ count })));
  expect(diskWrites).toBe(1);
  expect(await adapterOn(path).read()).toEqual({ count: 99 });
});

test("a write takes the data as it was when it was asked for", async () => {
  const path = join(await makeFolder(), "a.json");
  const adapter = adapterOn(path);
  const data = { count: 1 };
  const done = adapter.write(data);
  data.count = 2;
  await done;
  expect(await adapter.read()).toEqual({ count: 1 });
});

test("a write that failed is heard of by its caller and does not stop the next one", async () => {
  const path = join(await makeFolder(), "a.json");
  let isFull = true;
  const files = watchedFileSystem((operation) => {
    if (isFull && operation === "handle.writeFile") throw systemError("ENOSPC");
  });
  const adapter = adapterOn(path, files);
  await expect(adapter.write({ count: 1 })).rejects.toMatchObject({ code: "disk-full" });
  isFull = false;
  await adapter.write({ count: 2 });
  expect(await adapter.read()).toEqual({ count: 2 });
});

test("a change by somebody else is noticed", async () => {
  const path = join(await makeFolder(), "a.json");
  const adapter = adapterOn(path);
  expect(await adapter.isCurrent()).toBe(false);
  await adapter.write({ count: 1 });
  expect(await adapter.isCurrent()).toBe(true);
  await writeFile(path, '{"count":2}');
  expect(await adapter.isCurrent()).toBe(false);
});
