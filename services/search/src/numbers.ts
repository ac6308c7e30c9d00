/** Names as numbers, so that counting them is adding to an array. */
export const createNumbers = <Name>() => {
  const names: Name[] = [];
  const numbers = new Map<Name, number>();
  return {
    names,
    of: (name: Name): number => {
      const number = numbers.get(name) ?? names.push(name) - 1;
      numbers.set(name, number);
      return number;
    },
  };
};
