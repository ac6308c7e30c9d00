/**
 * Scripts run by nonce or from our own files, styles from our own files alone: colours and bar
 * lengths that come from data are drawn as SVG, so no style attribute is needed.
 */
export const securityHeaders = (nonce: string, isSecure: boolean): Record<string, string> => ({
  "content-security-policy": [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "strict-origin-when-cross-origin",
  "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(self)",
  "cross-origin-opener-policy": "same-origin",
  ...(isSecure && { "strict-transport-security": "max-age=63072000; includeSubDomains" }),
});

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

/** Cookies travel with forms of any site; what changes something must come from a page of ours. */
export const comesFromUs = (request: Request, origin: string) => {
  if (safe.has(request.method)) return true;
  const from = request.headers.get("origin");
  if (from !== null && from !== "null") return from === origin;
  return request.headers.get("sec-fetch-site") === "same-origin";
};
