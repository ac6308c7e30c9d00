import { Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords, type Words } from "./language.tsx";

const words = { en: { close: "Close" }, zh: { close: "关闭" } } satisfies Words<unknown>;

/** What floats above the page: traps the focus, closes with esc, gives the focus back. */
export const Window = ({
  title,
  size,
  isTitleHidden = false,
  onClose,
  children,
}: {
  title: string;
  size: number;
  /** Said to screen readers alone, where the first field says it to everybody else. */
  isTitleHidden?: boolean;
  onClose: () => void;
  children: ReactNode;
}) => {
  const { close } = useWords(words);
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={size}
      centered={!isTitleHidden}
      {...(isTitleHidden && { yOffset: "11vh" })}
    >
      <Modal.Overlay />
      <Modal.Content>
        <div className={isTitleHidden ? "vh" : "dlh"}>
          <Modal.Title>{title}</Modal.Title>
          {!isTitleHidden && <Modal.CloseButton aria-label={close} />}
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
