import { expect, test } from "vitest";
import { chainNormalizers } from "./chain-normalizers.ts";

test("each normalizer reads what the one before displays, and changes replay the whole way", () => {
  const chain = chainNormalizers(["text", "date"]);
  const context = chain.observe(["２０２４年３月５日"]);
  const { items, changes } = chain.normalize("２０２４年３月５日", context, { repairs: "safe" });
  expect(items[0]).toMatchObject({ display: "2024-03-05", key: "2024-03-05" });
  expect(changes[0]?.before).toBe("２０２４年３月５日");
  expect(changes.at(-1)?.after).toBe("2024-03-05");
  changes.slice(1).forEach(({ before }, at) => expect(before).toBe(changes[at]?.after));
});

test("a chain looks at its column when one of its parts does", () => {
  expect(chainNormalizers(["text"]).vote).toBeUndefined();
  const { vote } = chainNormalizers(["text", "date"]);
  expect(vote?.labelOf("13/5/2024")).not.toBe("");
  expect(vote?.decide(new Map([[vote.labelOf("13/5/2024"), 9]]))).toMatchObject([
    undefined,
    { longYear: "dmy" },
  ]);
});
