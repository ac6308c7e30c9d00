import { Search } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { useNavigate } from "react-router";
import { useWords, type Words } from "./language.tsx";
import { type Finding, usePaletteFindings } from "./use-palette-findings.tsx";
import { Window } from "./window.tsx";

const words = {
  en: {
    label: "Search orders, products, customers and actions",
    results: "Results",
    nothing: "Nothing found. An order’s number, an e-mail, a product’s name or SKU will do.",
    move: "move",
    open: "open",
  },
  zh: {
    label: "搜索订单、商品、顾客和操作",
    results: "结果",
    nothing: "没有找到。可输入订单号、邮箱、商品名或 SKU。",
    move: "移动",
    open: "打开",
  },
} satisfies Words<unknown>;

export const Palette = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const groups = usePaletteFindings(typed);
  const all = groups.flatMap(({ findings }) => findings);
  const index = Math.min(at, Math.max(0, all.length - 1));
  const chosen = all[index];
  const take = (finding: Finding | undefined) => {
    if (!finding) return;
    onClose();
    if (finding.to !== undefined) void navigate(finding.to);
    finding.does?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && all.length > 0) setAt((index + step + all.length) % all.length);
    else if (event.key === "Enter") take(chosen);
    else return;
    event.preventDefault();
  };
  const type = (words: string) => {
    setTyped(words);
    setAt(0);
  };
  return (
    <Window title={text.label} isTitleHidden size={720} onClose={onClose}>
      <PaletteField typed={typed} chosen={chosen?.id} onType={type} onKeyDown={onKeyDown} />
      <div id="pal-list" role="listbox" aria-label={text.results}>
        {groups.map(({ name, findings }) => (
          <div key={name} role="group" aria-label={name}>
            <p className="ph" aria-hidden>
              {name}
            </p>
            {findings.map((finding) => (
              <Option
                key={finding.id}
                finding={finding}
                isChosen={finding === chosen}
                onTake={() => take(finding)}
              />
            ))}
          </div>
        ))}
      </div>
      {all.length === 0 && (
        <p className="q pad" role="status">
          {text.nothing}
        </p>
      )}
      <p className="dlf x q">
        <kbd>↑</kbd> <kbd>↓</kbd> {text.move} <kbd>↵</kbd> {text.open}
      </p>
    </Window>
  );
};

const PaletteField = ({
  typed,
  chosen,
  onType,
  onKeyDown,
}: {
  typed: string;
  chosen: string | undefined;
  onType: (typed: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}) => {
  const text = useWords(words);
  return (
    <div className="palin">
      <Search className="i" aria-hidden />
      <input
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls="pal-list"
        aria-activedescendant={chosen && `pal-${chosen}`}
        aria-label={text.label}
        placeholder={text.label}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => onType(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <kbd>esc</kbd>
    </div>
  );
};

const Option = ({
  finding: { id, icon: Icon, title, about, aside },
  isChosen,
  onTake,
}: {
  finding: Finding;
  isChosen: boolean;
  onTake: () => void;
}) => (
  // The keyboard stays in the field above, as a combobox has it.
  <div
    id={`pal-${id}`}
    role="option"
    aria-selected={isChosen}
    tabIndex={-1}
    onClick={onTake}
    ref={(option) => {
      if (isChosen) option?.scrollIntoView({ block: "nearest" });
    }}
  >
    <Icon className="i" aria-hidden />
    <span className="pt">{title}</span>
    <span className="q clip">{about}</span>
    {aside && <span className="pr">{aside}</span>}
  </div>
);
