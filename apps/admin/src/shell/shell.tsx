import type { Account } from "@wares/contracts";
import { lazy, Suspense, useEffect, useMemo, useState } from "react";
import { Outlet, useNavigate } from "react-router";
import { useWords, type Words } from "./language.tsx";
import { Palette } from "./palette.tsx";
import { Rail } from "./rail.tsx";
import { ShellDoors } from "./shell-doors.tsx";
import { TabBar } from "./tab-bar.tsx";
import { useTheme } from "./theme-choice.tsx";
import { useChord, useKeys } from "./use-keys.ts";

const KeysHelp = lazy(async () => ({ default: (await import("./keys-help.tsx")).KeysHelp }));

const words = {
  en: { skip: "Skip to content" },
  zh: { skip: "跳到内容" },
} satisfies Words<unknown>;

/** Rail, page, tab bar, and what opens above every page. */
export const Shell = ({ account }: { account: Account }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const { flip } = useTheme();
  const [open, setOpen] = useState<"palette" | "keys">();
  const close = () => setOpen(undefined);
  const doors = useMemo(
    () => ({ openPalette: () => setOpen("palette"), openKeys: () => setOpen("keys") }),
    [],
  );
  const to = (path: string) => () => void navigate(path);
  const chord = useChord("g", {
    h: to("/"),
    o: to("/orders"),
    p: to("/products"),
    e: to("/categories"),
    s: to("/stock"),
    c: to("/customers"),
    u: to("/coupons"),
    f: to("/flash-sales"),
  });
  useKeys({ ...chord, "?": doors.openKeys, t: flip }, true);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== "k") return;
      event.preventDefault();
      setOpen("palette");
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <ShellDoors value={doors}>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <div className="app">
        <Rail account={account} />
        <Outlet />
      </div>
      <TabBar />
      <Suspense>
        {open === "palette" && <Palette onClose={close} />}
        {open === "keys" && <KeysHelp onClose={close} />}
      </Suspense>
    </ShellDoors>
  );
};
