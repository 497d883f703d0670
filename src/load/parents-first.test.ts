import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { closingLinks, parentsFirst } from "./parents-first.ts";

const order = (ids: readonly string[], links: Record<string, string[]>): string[] =>
  [
    ...parentsFirst(
      ids.map((id) => ({ id })),
      new Map(Object.entries(links)),
    ),
  ].map(({ id }) => id);

describe("parents first", () => {
  test.each<[string[], Record<string, string[]>, string[], string]>([
    [["a", "b", "c"], {}, ["a", "b", "c"], "nobody waits"],
    [["a", "b", "c"], { a: ["c"] }, ["b", "c", "a"], "a child waits for its parent"],
    [["a", "b", "c"], { a: ["b"], b: ["c"] }, ["c", "b", "a"], "a chain"],
    [["a", "b", "c"], { b: ["a"], c: ["a"] }, ["a", "b", "c"], "the parent is there already"],
    [["a", "b", "c"], { a: ["b", "c"] }, ["b", "c", "a"], "several parents"],
  ])("%j with %j -> %j: %s", (ids, links, expected) => {
    expect(order(ids, links)).toEqual(expected);
  });

  test("a parent that never comes is a bug", () => {
    expect(() => order(["a"], { a: ["z"] })).toThrow("never came");
  });
});

describe("links that close a circle", () => {
  test.each<[Record<string, string[]>, string[], string]>([
    [{ a: ["b"] }, [], "no circle"],
    [{ a: ["b"], b: ["a"] }, ["b a"], "two"],
    [{ a: ["a"] }, ["a a"], "itself"],
    [{ b: ["c"], c: ["a"], a: ["b"] }, ["c a"], "three, from the smallest id"],
  ])("%j -> %j: %s", (links, expected) => {
    const closing = [...closingLinks(new Map(Object.entries(links)))];
    expect(
      closing.flatMap(([child, parents]) => [...parents].map((each) => `${child} ${each}`)),
    ).toEqual(expected);
  });

  test("a chain longer than the stack of calls", () => {
    const links = new Map(Array.from({ length: 200_000 }, (_, at) => [`n${at}`, [`n${at + 1}`]]));
    expect(closingLinks(links).size).toBe(0);
  });
});

test("without its closing links any graph can be put in order", () => {
  const node = fc
    .integer({ min: 0, max: 12 })
    .map((number) => `n${String(number).padStart(2, "0")}`);
  const graph = fc.array(fc.tuple(node, node), { maxLength: 40 });
  fc.assert(
    fc.property(graph, (edges) => {
      const ids = [...new Set(edges.flat())].sort();
      const links = new Map<string, string[]>();
      for (const [child, parent] of edges) links.set(child, [...(links.get(child) ?? []), parent]);
      const closing = closingLinks(links);
      const open = [...links].map(([child, parents]): [string, string[]] => [
        child,
        parents.filter((parent) => closing.get(child)?.has(parent) !== true),
      ]);
      const sorted = [
        ...parentsFirst(
          ids.map((id) => ({ id })),
          new Map(open),
        ),
      ].map(({ id }) => id);
      expect([...sorted].sort()).toEqual(ids);
      for (const [child, parents] of open) {
        for (const parent of parents)
          expect(sorted.indexOf(parent)).toBeLessThan(sorted.indexOf(child));
      }
    }),
  );
});
