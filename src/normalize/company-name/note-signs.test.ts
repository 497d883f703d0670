import { expect, test } from "vitest";
import { noteSigns, signsIn } from "./note-signs.ts";

const { dash, space, colon, comma, bracket, slash, renamed, otherName } = noteSigns;
const { others, and, legal, ending } = noteSigns;

test.each([
  ["华宸精密3M", 0, "letters and digits"],
  ["华宸公司-重复", dash | legal | ending, "a note behind a dash"],
  ["华宸(深圳)", bracket, "a bracket"],
  ["Huachen Co.,Ltd", space | comma, "an English name"],
  ["名称:华宸", colon | otherName, "a heading"],
  ["华宸；明远", comma | slash, "two names"],
  ["华宸公司及其子公司等", legal | ending | others | and, "others beside it"],
  ["华宸更名为明远", renamed | otherName, "a new name"],
  ["", 0, "nothing"],
])("%s has the signs %i: %s", (text, signs) => {
  expect(signsIn(text)).toBe(signs);
});

test.each(["😀", "\u00a0", "→", "ä", "\u3400"])("%j may be any sign", (letter) => {
  for (const sign of Object.values(noteSigns)) expect(signsIn(letter) & sign).toBe(sign);
});
