import { Link } from "react-router";
import { usePath, useWords } from "../layout/locale.ts";
import type { JoinTrouble, TicketFace, WaitPageOf } from "./wait.server.ts";
import { TimeLeft } from "./time-left.tsx";
import { waitWords } from "./wait-words.ts";

export type WaitKind = TicketFace["state"] | JoinTrouble | "joining" | "solving";
type Say = (typeof waitWords)["en"];

type Props = {
  kind: WaitKind;
  page: WaitPageOf;
  ticket: TicketFace | undefined;
  isLost: boolean;
};

/** Where one stands: one sentence, what it means, and the next thing to do if there is one. */
export const TicketStory = ({ kind, page, ticket, isLost }: Props) => {
  const say = useWords(waitWords);
  const [title, text] = sayingOf(say, kind, page, ticket);
  const isCalm = kind === "joining" || kind === "solving";
  return (
    <section className={`wait-story ${kind.toLowerCase()}`} aria-busy={isCalm || undefined}>
      <h1>{title}</h1>
      {kind === "Waiting" && <Place ticket={ticket} />}
      <p className="lead-text">{text}</p>
      {kind === "Admitted" && ticket?.admittedUntil && page.sale && (
        <p className="wait-clock">
          <TimeLeft until={ticket.admittedUntil} now={page.sale.now} />
        </p>
      )}
      <p className="hidden-text" role="status">
        {newsOf(say, kind, title, ticket)}
      </p>
      {isLost && kind !== "Admitted" && <p className="small soft">{say.lost}</p>}
      <Onward kind={kind} page={page} />
    </section>
  );
};

const Place = ({ ticket }: { ticket: TicketFace | undefined }) => {
  const say = useWords(waitWords);
  const { position = 0, estimatedSeconds } = ticket ?? {};
  return (
    <dl className="wait-place">
      <div>
        <dt>{say.position}</dt>
        <dd className="num">{position.toLocaleString()}</dd>
      </div>
      <div>
        <dt>{say.wait}</dt>
        <dd className="num">
          {estimatedSeconds === undefined ? say.estimateUnknown : say.estimate(estimatedSeconds)}
        </dd>
      </div>
    </dl>
  );
};

const Onward = ({ kind, page: { thing, sale } }: { kind: WaitKind; page: WaitPageOf }) => {
  const say = useWords(waitWords);
  const path = usePath();
  if (kind === "Admitted" || kind === "noRoom") {
    return (
      <p className="row">
        <Link className="button main" to={path(thing?.address ?? "/")}>
          {thing ? say.buy(thing.name) : say.home}
        </Link>
        <Link className="button" to={path("/cart")}>
          {say.cart}
        </Link>
      </p>
    );
  }
  if (kind !== "Over" && kind !== "over" && kind !== "Used") return null;
  return (
    <p className="row">
      <Link className="button main" to={path("/")}>
        {say.home}
      </Link>
      {thing && !sale && <Link to={path(thing.address)}>{say.usual}</Link>}
    </p>
  );
};

const sayingOf = (
  say: Say,
  kind: WaitKind,
  { isSoldOut, sale }: WaitPageOf,
  ticket: TicketFace | undefined,
): readonly [title: string, text: string] => {
  const over = isSoldOut
    ? ([say.soldOut, say.soldOutText] as const)
    : ([say.over, say.overText] as const);
  const sayings = {
    Early: [say.early, say.earlyText],
    Waiting: [say.waiting(ticket?.position ?? 0), say.waitingText],
    Admitted: [say.admitted, admittedText(say, ticket, sale?.now)],
    Used: [say.used, say.usedText],
    Lapsed: [say.lapsed, say.lapsedText],
    Over: over,
    over,
    solving: [say.solving, say.solvingText],
    joining: [say.joining, say.joiningText],
    noRoom: [say.noRoom, say.noRoomText],
    full: [say.full, say.fullText],
    crowded: [say.crowded, say.fullText],
  } as const;
  return sayings[kind];
};

const admittedText = (say: Say, ticket: TicketFace | undefined, now: string | undefined) => {
  const until = ticket?.admittedUntil;
  if (!until || !now) return say.admittedNow;
  const minutes = Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000);
  return say.admittedText(Math.max(1, minutes));
};

const told = [1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1, 0];

/** Who listens hears of a new state, and of a place at milestones: not of every step. */
const newsOf = (say: Say, kind: WaitKind, title: string, ticket: TicketFace | undefined) => {
  if (kind !== "Waiting") return title;
  const milestone = told.findLast((one) => (ticket?.position ?? 0) <= one);
  return milestone === undefined ? "" : say.waiting(milestone);
};
