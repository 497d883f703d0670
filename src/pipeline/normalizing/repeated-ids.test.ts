import fc from "fast-check";
import { expect, test } from "vitest";
import { IdCounter, isAmong } from "./repeated-ids.ts";

test("every id that stands twice is found, whatever the order", () => {
  const ids = fc.array(
    fc.tuple(fc.constantFrom("customer", "contact"), fc.string({ maxLength: 4 })),
    {
      maxLength: 60,
    },
  );
  fc.assert(
    fc.property(ids, (all) => {
      const counter = new IdCounter();
      for (const [entity, id] of all) counter.add(entity, id);
      const isRepeated = isAmong(counter.repeated());
      const keys = all.map((each) => JSON.stringify(each));
      for (const [at, [entity, id]] of all.entries()) {
        const isTwice = keys.indexOf(keys[at] ?? "") !== keys.lastIndexOf(keys[at] ?? "");
        if (isTwice) expect(isRepeated(entity, id)).toBe(true);
      }
    }),
  );
});

test("ids that stand once are hardly ever taken for repeated", () => {
  const counter = new IdCounter();
  const count = 100_000;
  for (let at = 0; at < count; at += 1) counter.add("customer", `crm:KH${at}`);
  const isRepeated = isAmong(counter.repeated());
  let wrong = 0;
  for (let at = 0; at < count; at += 1) wrong += isRepeated("customer", `crm:KH${at}`) ? 1 : 0;
  expect(wrong).toBe(0);
});
