import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { contentSecurityPolicy } from "../../core/content-security-policy.ts";
import { answerDesk, registerAppScheme, setUpProtocol } from "../../electron/protocol.ts";
import { protocol, resetElectron, session } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

let folder: string;
let windowFolder: string;
beforeEach(async () => {
  resetElectron();
  folder = await mkdtemp(join(tmpdir(), "nianbao-protocol-"));
  windowFolder = join(folder, "renderer");
  await mkdir(join(windowFolder, "assets"), { recursive: true });
  await writeFile(join(windowFolder, "index.html"), "<!doctype html><title>年报台</title>");
  await writeFile(join(windowFolder, "assets/index.js"), "export {};");
  await writeFile(join(folder, "secret.json"), "{}");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const png = { mediaType: "image/png", bytes: Uint8Array.of(1, 2, 3) };
const readImage = (id: string) => (id === "abc123" ? Promise.resolve(png) : Promise.resolve(null));
const get = (url: string, method = "GET") => answerDesk({ url, method }, windowFolder, readImage);

describe("answerDesk", () => {
  it("answers the built files with their types and the window's policy", async () => {
    const page = await get("app://desk/index.html");
    expect(page.status).toBe(200);
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(page.headers.get("content-security-policy")).toBe(contentSecurityPolicy);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect(await page.text()).toContain("年报台");
    expect((await get("app://desk/assets/index.js")).headers.get("content-type")).toMatch(/^text\/javascript/u);
    expect(await (await get("app://desk/")).text()).toContain("年报台");
  });

  it.each([
    "app://desk/../secret.json",
    "app://desk/%2e%2e/secret.json",
    "app://desk/..%2fsecret.json",
    "app://desk/..%5csecret.json",
    "app://desk/..\\secret.json",
    "app://desk/assets/..%2f..%2fsecret.json",
    "app://desk/assets/%2e%2e%2f%2e%2e%2fsecret.json",
    "app://desk/%252e%252e/secret.json",
    "app://desk//etc/passwd",
    "app://desk/C:%5CWindows%5Cwin.ini",
    "app://desk/index.html::$DATA",
    "app://desk/index.html%00.js",
    "app://desk/%zz",
    "app://desk/assets/",
    "app://desk/missing.js",
    "app://other/index.html",
    "app://desk.example/index.html",
  ])("finds nothing at %s", async (url) => {
    const answer = await get(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("");
  });

  it("answers stored images by their id", async () => {
    const image = await get("app://desk/images/abc123");
    expect(image.headers.get("content-type")).toBe("image/png");
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(png.bytes);
    expect((await get("app://desk/images/unknown")).status).toBe(404);
    expect((await get("app://desk/images/..%2fsecret.json")).status).toBe(404);
  });

  it("answers 404 when the image cannot be read, and takes nothing but reading", async () => {
    const failing = await answerDesk({ url: "app://desk/images/x", method: "GET" }, windowFolder, () =>
      Promise.reject(new Error("disk")),
    );
    expect(failing.status).toBe(404);
    expect((await get("app://desk/index.html", "POST")).status).toBe(405);
  });
});

describe("the app scheme", () => {
  it("has an origin of its own and is not freed from the policy", () => {
    registerAppScheme();
    expect(protocol.schemes).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]);
  });

  it("is answered in the window's session", async () => {
    setUpProtocol(windowFolder, readImage);
    const answer = await session.defaultSession.handlers.get("app")?.({ url: "app://desk/index.html", method: "GET" });
    expect(answer?.status).toBe(200);
  });
});
