import { expect, test } from "vitest";
import { fullName, placeLines } from "./postal.ts";

test.each([
  ["Maya", "Lindqvist", "Maya Lindqvist"],
  ["明月", "林", "林明月"],
  ["Maya", "林", "Maya 林"],
  ["Maya", "", "Maya"],
])("%s %s is called %s", (firstName, lastName, name) =>
  expect(fullName({ firstName, lastName })).toBe(name),
);

const portland = {
  addressLine1: "1420 SW Park Avenue",
  city: "Portland",
  state: "Oregon",
  postalCode: "97205",
};
const shanghai = {
  addressLine1: "安福路 322 号",
  city: "上海",
  state: "上海",
  postalCode: "200031",
};

test.each([
  ["Portland", portland, ["1420 SW Park Avenue", "Portland, Oregon 97205"]],
  [
    "a town without a state",
    { ...portland, state: "", addressLine2: "Flat 2" },
    ["1420 SW Park Avenue", "Flat 2", "Portland 97205"],
  ],
  ["Shanghai", shanghai, ["上海 200031", "安福路 322 号"]],
  ["Hangzhou", { ...shanghai, city: "杭州", state: "浙江" }, ["浙江杭州 200031", "安福路 322 号"]],
] as const)("%s is written as they write it there", (_name, place, lines) =>
  expect(placeLines(place)).toEqual(lines),
);
