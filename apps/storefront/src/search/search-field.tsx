import { Form } from "react-router";
import { useId } from "react";
import { frameWords } from "../layout/frame-words.ts";
import { Icon } from "../layout/icon.tsx";
import { usePath, useWords } from "../layout/locale.ts";
import { useSearchLayer, warmSearchLayer } from "./search-opening.tsx";

type Props = {
  label: string;
  placeholder: string;
  value?: string;
  button?: string;
  /** In the header: once scripts run, the layer answers as one types. */
  opensLayer?: boolean;
};

export const SearchField = ({ label, placeholder, value = "", button, opensLayer }: Props) => {
  const say = useWords(frameWords);
  const path = usePath();
  const id = useId();
  const { text, open } = useSearchLayer();
  return (
    <Form
      className="search-field"
      role="search"
      aria-label={label}
      action={path("/search")}
      method="get"
    >
      <Icon name="search" />
      <label className="hidden-text" htmlFor={id}>
        {say.searchShop}
      </label>
      <input
        id={id}
        type="search"
        name="q"
        defaultValue={value}
        key={value}
        placeholder={placeholder}
        autoComplete="off"
        maxLength={200}
        {...(opensLayer && {
          onFocus: warmSearchLayer,
          onInput: ({ currentTarget }) => open(currentTarget.value),
          // The layer has taken the words over.
          onBlur: ({ currentTarget }) => {
            if (text !== undefined) currentTarget.value = "";
          },
        })}
      />
      {opensLayer && <kbd aria-hidden="true">/</kbd>}
      {button && <button className="button low">{button}</button>}
    </Form>
  );
};
