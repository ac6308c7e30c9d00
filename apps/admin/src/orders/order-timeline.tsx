import type { Order, TimelineEntry } from "@wares/contracts";
import { useState } from "react";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { moment, wholeMoment } from "../shell/say.ts";
import { readable } from "../shell/readable.ts";
import { useKeys } from "../shell/use-keys.ts";
import { NoteBox } from "./note-box.tsx";
import { useCodeWords } from "./code-words.ts";
import { Status } from "./order-marks.tsx";
import { kindWords } from "./timeline-words.ts";
import { eventName, statusAfter } from "./reached-at.ts";

const words = {
  en: {
    timeline: "Timeline",
    show: "Show",
    all: "All",
    people: "People",
    machine: "Machine",
    Shopper: "The shopper",
    Staff: "Staff",
    Shop: "The shop",
    wrote: "wrote",
    team: "for the team",
    none: "Nothing of this kind yet.",
  },
  zh: {
    timeline: "时间线",
    show: "显示",
    all: "全部",
    people: "人",
    machine: "系统",
    Shopper: "顾客",
    Staff: "员工",
    Shop: "店铺",
    wrote: "写道",
    team: "仅团队可见",
    none: "还没有此类记录。",
  },
} satisfies Words<unknown>;

const views = ["all", "people", "machine"] as const;
type View = (typeof views)[number];

/** The story is what people did, the machine what the shop did by itself. */
export const inView = (entry: TimelineEntry, view: View): boolean =>
  view === "all" || (entry.by === "Shop") === (view === "machine");

export const OrderTimeline = ({ order }: { order: Order }) => {
  const text = useWords(words);
  const [view, setView] = useState<View>("all");
  useKeys({
    m: () => setView((now) => views[(views.indexOf(now) + 1) % views.length] ?? "all"),
  });
  const latestFirst = order.timeline
    .filter((entry) => inView(entry, view))
    .toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
  return (
    <aside className="card side" aria-labelledby="timeline-title">
      <header>
        <h2 id="timeline-title">{text.timeline}</h2>
        <div className="seg sp" role="group" aria-label={text.show}>
          {views.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={view === name}
              onClick={() => setView(name)}
            >
              {text[name]}
            </button>
          ))}
        </div>
      </header>
      <NoteBox orderId={order.id} />
      <ol className="tl">
        {latestFirst.map((entry) => (
          <Entry key={`${entry.at}${entry.kind}${entry.text ?? ""}`} entry={entry} />
        ))}
      </ol>
      {latestFirst.length === 0 && <p className="in-b q">{text.none}</p>}
    </aside>
  );
};

const toneOf = ({ kind, by }: TimelineEntry): string => {
  if (/Failed|Refused|Cancelled/.test(kind)) return "ev bad";
  if (by !== "Shop") return "ev p";
  return /Paid|Delivered|Succeeded/.test(kind) ? "ev ok" : "ev s";
};

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const text = useWords(words);
  const kinds = useWords(kindWords);
  const { ofText } = useCodeWords();
  const { language } = useLanguage();
  const status = statusAfter(entry.kind);
  const said = entry.text && (entry.kind === "Note" ? entry.text : ofText(entry.text));
  const isPerson = entry.by !== "Shop";
  const name = eventName(entry.kind);
  const does = name === "Note" ? text.wrote : (kinds[name] ?? readable(entry.kind));
  return (
    <li className={toneOf(entry)}>
      <time dateTime={entry.at} title={wholeMoment(entry.at, language)}>
        {moment(entry.at, language)}
      </time>
      <span className="node">
        {isPerson ? (
          <span className="ava s" aria-hidden>
            {language === "zh" ? text[entry.by].slice(0, 1) : entry.by.slice(0, 2).toUpperCase()}
          </span>
        ) : (
          <i />
        )}
      </span>
      <div>
        <p>
          {isPerson ? (
            <>
              <b>{text[entry.by]}</b> {does}
            </>
          ) : (
            <b className="first" title={name}>
              {kinds[name] ?? readable(entry.kind)}
            </b>
          )}
          {name === "Note" && entry.isInternal && <span className="q x"> {text.team}</span>}
        </p>
        {entry.text && <p className={name === "Note" ? "say" : "q x"}>{said}</p>}
        {status && (
          <p className="to">
            <Status status={status} />
          </p>
        )}
      </div>
    </li>
  );
};
