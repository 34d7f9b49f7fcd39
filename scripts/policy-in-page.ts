import type { Plugin } from "vite";
import { contentSecurityPolicyInPage } from "../core/content-security-policy.ts";

/** Writes the policy into the built page, so that it holds also where the page comes without its header. */
export function policyInPage(): Plugin {
  return {
    name: "policy-in-page",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: contentSecurityPolicyInPage },
        injectTo: "head-prepend",
      },
    ],
  };
}
