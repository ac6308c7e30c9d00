import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useFetcher, useLocation, useNavigate } from "react-router";
import { Icon } from "../layout/icon.tsx";
import { useLanguage, usePath, useWords } from "../layout/locale.ts";
import type { loadSuggestions } from "../layout/frame.server.ts";
import { type Answer, Answers, answersOf } from "./answers.tsx";
import { useSearchLayer } from "./search-opening.tsx";
import { searchWords } from "./search-words.ts";

/** Answers while one types. Arrows walk the answers, Enter takes one, Esc closes. */
export const SearchLayer = () => {
  const { text, close } = useSearchLayer();
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = text !== undefined;
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const openedAt = useRef(address);
  useEffect(() => {
    if (openedAt.current !== address) close();
    openedAt.current = address;
  }, [address]);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="search-layer" aria-label="Search" onClose={close}>
      {isOpen && <Typing text={text} />}
    </dialog>
  );
};

const Typing = ({ text }: { text: string }) => {
  const say = useWords(searchWords);
  const path = usePath();
  const language = useLanguage();
  const navigate = useNavigate();
  const { open, close } = useSearchLayer();
  const [chosen, setChosen] = useState(-1);
  const { data, load } = useFetcher<typeof loadSuggestions>({ key: `suggestions-${language}` });
  const query = text.trim();
  useEffect(() => {
    setChosen(-1);
    if (query === "") return;
    const wait = setTimeout(
      () => void load(path(`/suggestions?q=${encodeURIComponent(query)}`)),
      80,
    );
    return () => clearTimeout(wait);
  }, [query]);
  const answers: Answer[] = data && query !== "" ? answersOf(data, path) : [];
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && answers.length > 0) {
      event.preventDefault();
      setChosen((chosen + by + answers.length + (chosen < 0 && by < 0 ? 1 : 0)) % answers.length);
    }
    if (event.key === "Enter") {
      event.preventDefault();
      void navigate(answers[chosen]?.address ?? path(`/search?q=${encodeURIComponent(query)}`));
    }
  };
  return (
    <div className="wrap">
      <div className="search-bar">
        <Icon name="search" />
        <input
          type="search"
          role="combobox"
          aria-expanded={answers.length > 0}
          aria-controls="search-answers"
          aria-activedescendant={chosen >= 0 ? `answer-${chosen}` : undefined}
          aria-label={say.searchShop}
          value={text}
          maxLength={100}
          autoComplete="off"
          // The layer opens because somebody started to type: its first field, it has the cursor.
          onChange={({ target }) => open(target.value)}
          onKeyDown={onKeyDown}
        />
        <button className="icon-button" aria-label={say.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <Answers answers={answers} chosen={chosen} query={query} isAnswered={data?.query === query} />
      <div className="answers-foot">
        <a href={path(`/search?q=${encodeURIComponent(query)}`)}>{say.seeAll}</a>
        <span className="soft keys">{say.keys}</span>
      </div>
    </div>
  );
};
