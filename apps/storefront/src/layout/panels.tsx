import type { Category } from "@wares/contracts";
import { Link, useLocation } from "react-router";
import { frameWords } from "./frame-words.ts";
import type { FrameOf } from "./frame.server.ts";
import { shopCurrencies, useLanguage, usePath, useWords, withoutLanguage } from "./locale.ts";

/** A plain form: it sets cookies, so the whole page comes anew, and it works before scripts. */
export const SettingsPanel = ({ frame }: { frame: FrameOf | undefined }) => {
  const say = useWords(frameWords);
  const language = useLanguage();
  const { pathname, search } = useLocation();
  const theme = frame?.theme ?? "auto";
  return (
    <div id="settings" className="panel" popover="auto">
      <form className="stack" method="post" action="/settings">
        <input type="hidden" name="back" value={withoutLanguage(pathname) + search} />
        <div className="field">
          <label htmlFor="set-language">{say.language}</label>
          <select className="select" id="set-language" name="language" defaultValue={language}>
            <option value="en" lang="en">
              {say.english}
            </option>
            <option value="zh" lang="zh">
              {say.chinese}
            </option>
          </select>
        </div>
        <div className="field">
          <label htmlFor="set-currency">{say.currency}</label>
          <select
            className="select"
            id="set-currency"
            name="currency"
            defaultValue={frame?.currency ?? "USD"}
          >
            {shopCurrencies.map((currency) => (
              <option key={currency} value={currency}>
                {currency}, {say.currencyNames[currency]}
              </option>
            ))}
          </select>
        </div>
        <fieldset>
          <legend className="field-label">{say.light}</legend>
          <div className="segments">
            {(
              [
                ["auto", say.auto],
                ["light", say.lightOne],
                ["dark", say.darkOne],
              ] as const
            ).map(([value, label]) => (
              <label key={value}>
                <input type="radio" name="theme" value={value} defaultChecked={theme === value} />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
        <button className="button wide">{say.apply}</button>
      </form>
    </div>
  );
};

export const FamilyMenu = ({ families }: { families: Category[] }) => {
  const say = useWords(frameWords);
  const path = usePath();
  return (
    <nav id="menu" className="panel menu-panel" popover="auto" aria-label={say.families}>
      {families.map(({ id, slug, name }) => (
        <Link key={id} to={path(`/c/${slug}`)}>
          {name}
        </Link>
      ))}
      <Link to={path("/search?onSale=true")}>{say.onSale}</Link>
      <Link to={path("/account")}>{say.account}</Link>
      <button className="text-button" popoverTarget="settings">
        {say.settings}
      </button>
    </nav>
  );
};
