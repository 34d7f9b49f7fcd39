import type { ServerResponse } from "node:http";
import { contentSecurityPolicy } from "../../core/content-security-policy.ts";

/** Sent with every answer, refusals included. */
export const securityHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

type Answer = {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
  readonly cacheControl?: string;
};

export function answer(response: ServerResponse, { status, mediaType, body, cacheControl = "no-store" }: Answer): void {
  response.writeHead(status, {
    ...securityHeaders,
    "content-type": mediaType,
    "content-length": Buffer.byteLength(body),
    "cache-control": cacheControl,
  });
  response.end(response.req.method === "HEAD" ? undefined : body);
}

export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  answer(response, { status, mediaType: "application/json; charset=utf-8", body: JSON.stringify(value) });
}

const notices = {
  refused: { status: 403, title: "不能打开年报台", text: "这个请求不是从年报台自己的页面发出的，已拒绝。" },
  noSession: {
    status: 403,
    title: "这个链接已经用过或已失效",
    text: "每个启动链接只能用一次。请再次启动年报台（运行 npm start），用它给出的新链接打开；正在编辑的内容不受影响。",
  },
  notFound: { status: 404, title: "没有这个页面", text: "请回到年报台的主窗口。" },
  notAllowed: { status: 405, title: "不支持这种请求", text: "请回到年报台的主窗口。" },
} as const;

/** A short page for people who came the wrong way. */
export function answerNotice(response: ServerResponse, notice: keyof typeof notices): void {
  const { status, title, text } = notices[notice];
  const head = `<meta charset="utf-8"><title>${title}</title>`;
  const body = `<!doctype html><html lang="zh-CN"><head>${head}</head><body><h1>${title}</h1><p>${text}</p></body></html>`;
  answer(response, { status, mediaType: "text/html; charset=utf-8", body });
}
