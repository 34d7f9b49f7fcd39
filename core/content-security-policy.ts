/**
 * The Content-Security-Policy of the window, the same in the Electron window and in browser mode: the page may
 * run and show what the program itself serves, and reach nothing else. No inline script and no inline style:
 * style sheets that are computed go through `document.adoptedStyleSheets`, which a policy does not restrict.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Pictures just pasted or chosen are shown from memory before they are stored.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** The same inside the page itself, where `frame-ancestors` is not allowed to stand. */
export const contentSecurityPolicyInPage = contentSecurityPolicy
  .split("; ")
  .filter((directive) => !directive.startsWith("frame-ancestors"))
  .join("; ");
