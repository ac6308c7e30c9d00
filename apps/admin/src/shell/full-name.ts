/** 林雨桐, but Callum Reid: Chinese, Japanese and Korean names begin with the family. */
export const fullName = (firstName: string, lastName: string): string =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(lastName)
    ? `${lastName}${firstName}`
    : `${firstName} ${lastName}`.trim();

/** A name that was put together elsewhere, in the order it is read: 明月 林 is 林明月. */
export const readName = (name: string): string => {
  const [first = "", last = "", ...more] = name.split(" ");
  return more.length === 0 && last !== "" && fullName(first, last) === `${last}${first}`
    ? `${last}${first}`
    : name;
};
