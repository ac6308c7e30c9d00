import { htmlOf } from "./letter-html.ts";
import { oneLine, type Letter, type Written } from "./letter.ts";

/** For whoever reads mail as text: all of it, in the same order. */
const textOf = (letter: Letter): string => {
  const { heading, paragraphs, lines = [], totals = [], facts = [], address, button } = letter;
  const parts = [
    heading,
    ...paragraphs,
    lines
      .map(({ name, note, price }) => `${oneLine(name)}\n  ${oneLine(note)}   ${price}`)
      .join("\n"),
    totals.map(([label, value]) => `${label}: ${value}`).join("\n"),
    facts.map(([label, value]) => `${label}: ${oneLine(value)}`).join("\n"),
    address ? [address.title, ...address.lines.map(oneLine)].join("\n") : "",
    button ? `${button.text}:\n${button.url}` : "",
    `-- \nWares\n${letter.footnote}`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`.toWellFormed();
};

export const written = (letter: Letter): Written => ({
  subject: oneLine(letter.subject),
  html: htmlOf(letter),
  text: textOf(letter),
});
