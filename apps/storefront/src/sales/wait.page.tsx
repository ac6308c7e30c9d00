import { useEffect } from "react";
import { Form, useRevalidator } from "react-router";
import { useWords } from "../layout/locale.ts";
import { Price } from "../layout/money.tsx";
import { titleOf } from "../layout/page-meta.ts";
import { Picture } from "../layout/picture.tsx";
import { visitContext } from "../server/visit.ts";
import type { Route } from "./+types/wait.page.ts";
import { Countdown } from "./countdown.tsx";
import { useJoining } from "./use-joining.ts";
import { useTicket } from "./use-ticket.ts";
import { joinRoom, type JoinTrouble, loadWait, type WaitPageOf } from "./wait.server.ts";
import { TicketStory, type WaitKind } from "./ticket-story.tsx";
import { waitWords } from "./wait-words.ts";

export const loader = ({ params, request, context }: Route.LoaderArgs) =>
  loadWait(params.saleId, request, context.get(visitContext));
export const action = ({ params, request, context }: Route.ActionArgs) =>
  joinRoom(params.saleId, request, context.get(visitContext));

export const meta: Route.MetaFunction = ({ location }) =>
  titleOf(location, { en: waitWords.en.title, zh: waitWords.zh.title }, { isPrivate: true });

export default function WaitPage({ loaderData }: Route.ComponentProps) {
  const { saleId, sale } = loaderData;
  const { ticket, isLost } = useTicket(saleId, loaderData.ticket);
  const isWanted = ticket === undefined && sale !== undefined;
  const { trouble, isSolving } = useJoining(isWanted);
  useRereading(ticket?.state, loaderData);
  const kind = ticket?.state ?? (sale ? joiningKind(trouble, isSolving) : "over");
  return (
    <div className="wrap wait-room">
      {moving.has(kind) && (
        <noscript>
          <meta httpEquiv="refresh" content="5" />
        </noscript>
      )}
      <TicketStory kind={kind} page={loaderData} ticket={ticket} isLost={isLost} />
      {kind === "joining" && (
        <noscript>
          <JoinForm say="join" />
        </noscript>
      )}
      {kind === "Lapsed" && sale && <JoinForm say="again" />}
      {sale && <Thing page={loaderData} />}
    </div>
  );
}

const joiningKind = (trouble: JoinTrouble | undefined, isSolving: boolean): WaitKind =>
  trouble ?? (isSolving ? "solving" : "joining");

// Without scripts these are read again and again.
const moving = new Set<WaitKind>(["Early", "Waiting", "full", "crowded"]);

/** When a turn comes or ends, what the page knows of the sale is from before: read once more. */
const useRereading = (state: string | undefined, page: WaitPageOf) => {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (state !== undefined && state !== page.ticket?.state) void revalidate();
  }, [state]);
};

const JoinForm = ({ say }: { say: "join" | "again" }) => (
  <Form method="post" className="spaced">
    <button className="button main">{useWords(waitWords)[say]}</button>
  </Form>
);

const Thing = ({ page: { sale, thing } }: { page: WaitPageOf }) => (
  <section className="wait-thing" aria-label={sale?.name}>
    {thing && (
      <span className="picture">
        <Picture
          picture={thing.picture}
          name={thing.name}
          family={thing.familyKey}
          sizes="96px"
          isDecoration
        />
      </span>
    )}
    <div>
      <p className="small soft">{sale?.name}</p>
      {thing && (
        <>
          <p className="name">{thing.name}</p>
          <Price price={thing.price} salePrice={thing.salePrice} />
        </>
      )}
      {sale && (
        <p className="small">
          <Countdown sale={sale} />
        </p>
      )}
    </div>
  </section>
);
