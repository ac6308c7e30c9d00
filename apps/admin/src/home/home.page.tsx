import { useSearchParams } from "react-router";
import { CurrencyChoice } from "../shell/currency-choice.tsx";
import { Skeleton } from "../shell/faces.tsx";
import { useLanguage, useWords, type Words } from "../shell/language.tsx";
import { Page } from "../shell/page.tsx";
import { today } from "../shell/say.ts";
import { useAddress } from "../shell/use-address.ts";
import { FunnelCard } from "./funnel-card.tsx";
import { LatestCard } from "./latest-card.tsx";
import { lengths, periodsOf } from "./periods.ts";
import { RunningOutCard } from "./running-out-card.tsx";
import { SalesCard } from "./sales-card.tsx";
import { TopCard } from "./top-card.tsx";
import { useHomeCurrency } from "./use-home-currency.ts";
import { WaitingCard } from "./waiting-card.tsx";
import { WalkCard } from "./walk-card.tsx";

const words = {
  en: { period: "Period", days: (n: number) => `${n} days` },
  zh: { period: "时段", days: (n: number) => `${n} 天` },
} satisfies Words<unknown>;

export const HomePage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { change } = useAddress();
  const [address] = useSearchParams();
  const days = lengths.find((known) => String(known) === address.get("days")) ?? 30;
  const currency = useHomeCurrency(days);
  const periods = currency && periodsOf(Date.now(), days, currency);
  return (
    <Page
      title={today(language)}
      actions={
        <>
          <CurrencyChoice currency={currency} />
          <div className="seg" role="group" aria-label={text.period}>
            {lengths.map((length) => (
              <button
                key={length}
                type="button"
                aria-pressed={length === days}
                onClick={() => change({ days: length === 30 ? undefined : String(length) })}
              >
                {text.days(length)}
              </button>
            ))}
          </div>
        </>
      }
    >
      {periods ? (
        <div className="grid12">
          <SalesCard periods={periods} />
          <WaitingCard />
          <WalkCard />
          <LatestCard />
          <RunningOutCard />
          <TopCard period={periods.now} />
          <FunnelCard period={periods.now} />
        </div>
      ) : (
        <Skeleton rows={12} />
      )}
    </Page>
  );
};
