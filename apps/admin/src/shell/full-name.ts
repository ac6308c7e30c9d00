/** 林雨桐, but Callum Reid: Chinese, Japanese and Korean names begin with the family. */
export const fullName = (firstName: string, lastName: string): string =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(lastName)
    ? `${lastName}${firstName}`
    : `${firstName} ${lastName}`.trim();
