import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settingsSchema } from "../../../core/contract.ts";
import { makeFolder, namesIn, openTestStore } from "./test-store.ts";

const defaults = settingsSchema.parse({});
const settingsPath = (root: string): string => join(root, "data", "settings.json");

test("settings start with their defaults, and a change keeps the others", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  expect(await store.settings.read()).toEqual(defaults);
  await store.settings.change({ theme: "dark" });
  expect(await store.settings.change({ zoom: 150 })).toEqual({ ...defaults, theme: "dark", zoom: 150 });
  await store.close();
  expect(await (await openTestStore(root)).settings.read()).toEqual({ ...defaults, theme: "dark", zoom: 150 });
});

test("100 racing changes of different settings are all kept", async () => {
  const store = await openTestStore(await makeFolder());
  await Promise.all(
    Array.from({ length: 100 }, (_, index) =>
      store.settings.change(index % 2 === 0 ? { zoom: 50 + index } : { outlineWidthPx: 200 + index }),
    ),
  );
  expect(await store.settings.read()).toEqual({ ...defaults, zoom: 148, outlineWidthPx: 299 });
});

test("damaged settings come back from their backup, and a notice says so", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  await store.settings.change({ zoom: 110 });
  await store.settings.change({ zoom: 120 });
  await writeFile(settingsPath(root), "{half");
  const next = await openTestStore(root);
  expect((await next.settings.read()).zoom).toBe(110);
  expect(next.notices()).toMatchObject([{ code: "settings-damaged" }]);
});

test("settings that are damaged with their backup give way to the defaults and are kept aside", async () => {
  const root = await makeFolder();
  const store = await openTestStore(root);
  await store.settings.change({ zoom: 110 });
  await writeFile(settingsPath(root), "{half");
  const next = await openTestStore(root);
  expect(await next.settings.read()).toEqual(defaults);
  const aside = (await namesIn(root, "data")).find((name) => name.startsWith("settings.damaged-")) ?? "";
  expect(await readFile(join(root, "data", aside), "utf8")).toBe("{half");
  expect((await next.settings.change({ zoom: 90 })).zoom).toBe(90);
});

test("one setting that another version wrote differently does not reset the others", async () => {
  const root = await makeFolder();
  await (await openTestStore(root)).settings.change({ organ: "某局" });
  const stored = JSON.parse(await readFile(settingsPath(root), "utf8")) as object;
  await writeFile(settingsPath(root), JSON.stringify({ ...stored, theme: "rainbow", hologram: true }));
  expect(await (await openTestStore(root)).settings.read()).toEqual({ ...defaults, organ: "某局" });
});

test("two programs on one folder see each other's changes", async () => {
  const root = await makeFolder();
  const one = await openTestStore(root);
  const two = await openTestStore(root);
  await one.settings.change({ zoom: 130 });
  expect(await two.settings.change({ theme: "eye-care" })).toMatchObject({ zoom: 130, theme: "eye-care" });
  expect(await one.settings.read()).toMatchObject({ zoom: 130, theme: "eye-care" });
});
