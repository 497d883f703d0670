import { expect, test } from "vitest";
import { cleanName } from "../../text/clean-text.ts";
import { foldKey } from "../../text/fold.ts";
import { holds, holdsTwice, lettersOf, nameLetters } from "./name-letters.ts";

const { other, note, company, parent, limited, oddForm, city, oddCity, masked } = nameLetters;

test.each([
  ["华宸精密", 0, 0, "nothing of note"],
  ["深圳市华宸有限公司", city | limited | company, 0, "a city and a form"],
  ["深圳市市华宸有有限公司", city | limited | company, city | limited, "doubled letters"],
  ["深圳巿华宸公司上海分公司", other | oddCity | company | parent, company, "a branch, an odd 市"],
  ["华宸责任公司", oddForm | company, 0, "an odd form"],
  ["某某科技", masked, masked, "hidden letters"],
  ["华宸精密等", note, 0, "others beside it"],
  ["3M华宸", other, other, "letters that are no Han"],
  ["華宸", other, 0, "a traditional letter"],
  ["", 0, 0, "nothing at all"],
])("%s holds %i, twice %i: %s", (name, kinds, twice, _why) => {
  const letters = lettersOf(name);
  for (const kind of Object.values(nameLetters)) {
    expect(holds(letters, kind), `${kind}`).toBe((kinds & kind) !== 0);
    expect(holdsTwice(letters, kind), `twice ${kind}`).toBe((twice & kind) !== 0);
  }
});

test("a letter that is no other one is its own key and needs no cleaning", () => {
  for (let code = 0; code <= 0xffff; code += 1) {
    const letter = String.fromCharCode(code);
    if (holds(lettersOf(letter), other)) continue;
    expect(foldKey(letter)).toBe(letter);
    expect(cleanName(letter)).toEqual({ text: letter, changes: [], problems: [] });
  }
});
