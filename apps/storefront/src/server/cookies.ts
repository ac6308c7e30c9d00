export type CookieJar = {
  get: (name: string) => string | undefined;
  set: (name: string, value: string, forSeconds?: number) => void;
  clear: (name: string) => void;
  /** What the answer has to say, one `Set-Cookie` each. */
  changes: () => string[];
};

/** Reads what came, and hands back at once what was set: a page that signs in is signed in. */
export const cookieJar = (header: string | null, isSecure: boolean): CookieJar => {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? "").split(";").slice(0, 60)) {
    const at = pair.indexOf("=");
    if (at > 0) cookies.set(pair.slice(0, at).trim(), decoded(pair.slice(at + 1).trim()));
  }
  const changed = new Map<string, string>();
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
  return {
    get: (name) => cookies.get(name),
    set: (name, value, forSeconds) => {
      cookies.set(name, value);
      const age = forSeconds === undefined ? "" : `; Max-Age=${Math.floor(forSeconds)}`;
      changed.set(name, `${name}=${encodeURIComponent(value)}; ${attributes}${age}`);
    },
    clear: (name) => {
      cookies.delete(name);
      changed.set(name, `${name}=; ${attributes}; Max-Age=0`);
    },
    changes: () => [...changed.values()],
  };
};

// A cookie that somebody bent is no cookie; it must not end in a 500.
const decoded = (text: string) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
};
