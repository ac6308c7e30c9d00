import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

type Props = {
  title: string;
  tone?: "plain" | "error";
  icon?: IconName;
  children?: ReactNode;
  id?: string;
};

/** An error is announced at once; anything else waits for its turn. */
export const Notice = ({ title, tone = "plain", icon, children, id }: Props) => (
  <div
    className={tone === "error" ? "notice error" : "notice"}
    role={tone === "error" ? "alert" : "status"}
    id={id}
  >
    <Icon name={icon ?? (tone === "error" ? "alert" : "info")} />
    <h2>{title}</h2>
    {children}
  </div>
);
