import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useNavigation, useSubmit } from "react-router";
import { useWords } from "../layout/locale.ts";
import { Notice } from "../layout/notice.tsx";
import { checkoutWords } from "./checkout-words.ts";

// A page that pressed for ever would be a part of the crowd that it waits for.
const pressesMax = 5;

/** The form presses its own button when the shop said to come again: the same ids, so at most one order. */
export const BusyNotice = ({ trouble }: { trouble: { seconds: number } }) => {
  const say = useWords(checkoutWords);
  const submit = useSubmit();
  const navigation = useNavigation();
  const presses = useRef(0);
  const [left, setLeft] = useState(trouble.seconds);
  const press = useEffectEvent(() => {
    const form = document.querySelector<HTMLFormElement>("form#checkout");
    // Who pressed meanwhile needs nobody to press for them.
    if (!form || navigation.state !== "idle") return;
    presses.current += 1;
    const data = new FormData(form);
    data.set("intent", "pay");
    void submit(data, { method: "post", preventScrollReset: true });
  });
  // Each answer is another trouble, and counts down anew.
  useEffect(() => {
    if (presses.current >= pressesMax) return setLeft(0);
    let seconds = trouble.seconds;
    setLeft(seconds);
    const timer = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) return setLeft(seconds);
      clearInterval(timer);
      press();
    }, 1_000);
    return () => clearInterval(timer);
  }, [trouble]);
  return (
    <Notice title={say.busy}>
      <p>{left > 0 ? say.busyAgain(left) : say.busyPress}</p>
    </Notice>
  );
};
