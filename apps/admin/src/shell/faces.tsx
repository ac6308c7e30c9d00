import { CircleAlert, Lock, SearchX, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { isDeclined } from "../api/problem.ts";
import { useWords, type Words } from "./language.tsx";

const words = {
  en: {
    reading: "Reading",
    unreadable: "This could not be read just now.",
    older: "What you see was read before.",
    retry: "Try again",
    refused: "Your account may not see this",
    ask: "Ask an owner of the shop to give you the staff role.",
    missing: "There is no such page",
    gone: "It may have been removed, or the address has a slip in it.",
  },
  zh: {
    reading: "读取中",
    unreadable: "暂时无法读取。",
    older: "下面是之前读到的内容。",
    retry: "重试",
    refused: "你的账号无权查看此页",
    ask: "请店主为你开通员工权限。",
    missing: "没有这个页面",
    gone: "它可能已被删除，或者地址有误。",
  },
} satisfies Words<unknown>;

/** Waiting, failed, refused and full. Old figures, said to be old, beat none. */
export const Answer = <Data,>({
  query,
  rows = 8,
  children,
}: {
  query: Readonly<{ data: Data | undefined; error: Error | null; refetch: () => Promise<unknown> }>;
  rows?: number;
  children: (data: Data) => ReactNode;
}) => {
  const { data, error } = query;
  if (isDeclined(error, 403)) return <Refused />;
  if (isDeclined(error, 404)) return <Missing />;
  return (
    <>
      {error && (
        <Unreadable
          why={error.message}
          hasOlder={data !== undefined}
          onRetry={() => void query.refetch()}
        />
      )}
      {data === undefined ? !error && <Skeleton rows={rows} /> : children(data)}
    </>
  );
};

export const Unreadable = ({
  why,
  hasOlder,
  onRetry,
}: {
  why: string;
  hasOlder: boolean;
  onRetry: () => void;
}) => {
  const text = useWords(words);
  return (
    <div className="note bad face" role="alert">
      <CircleAlert className="i" aria-hidden />
      <span>
        <b>{text.unreadable}</b> {why} {hasOlder && text.older}
      </span>
      <button type="button" className="btn s sp" onClick={onRetry}>
        {text.retry}
      </button>
    </div>
  );
};

const widths = [140, 104, 128, 92, 118];

/** Shows itself after 200 ms: an answer that comes sooner needs no waiting room. */
export const Skeleton = ({ rows }: { rows: number }) => {
  const text = useWords(words);
  return (
    <div className="sk" role="status" aria-label={text.reading}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row}>
          <i style={{ width: 72 }} />
          <i style={{ width: widths[row % widths.length] }} />
          <i className="sp" style={{ width: 64 }} />
        </div>
      ))}
    </div>
  );
};

export const Empty = ({
  icon: Icon = SearchX,
  title,
  children,
}: {
  icon?: LucideIcon;
  title: string;
  children?: ReactNode;
}) => (
  <div className="empty">
    <Icon className="i" aria-hidden />
    <b>{title}</b>
    {children}
  </div>
);

export const Refused = () => {
  const text = useWords(words);
  return (
    <Empty icon={Lock} title={text.refused}>
      <p className="q">{text.ask}</p>
    </Empty>
  );
};

export const Missing = () => {
  const text = useWords(words);
  return (
    <Empty title={text.missing}>
      <p className="q">{text.gone}</p>
    </Empty>
  );
};
