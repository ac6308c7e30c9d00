import { redirect } from "react-router";
import { inLanguage, localeOf } from "../layout/locale.ts";
import type { Visit } from "../server/visit.ts";
import { pageAddress } from "../server/page-address.ts";

/** A session that is over is no error: sign in, and come back to where one was. */
export const whenSignedIn = async <Value>(
  request: Request,
  visit: Visit,
  load: () => Promise<Value>,
): Promise<Value> => {
  const toSignIn = () => {
    const { pathname } = pageAddress(request);
    const address = `/sign-in?next=${encodeURIComponent(pathname)}`;
    return redirect(inLanguage(localeOf(request, visit).language, address), 303);
  };
  if (!visit.isSignedIn()) throw toSignIn();
  try {
    return await load();
  } catch (error) {
    const status = (error as { init?: { status?: number } } | null)?.init?.status;
    if (status !== 401) throw error;
    visit.signOut();
    throw toSignIn();
  }
};
