import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedCompanyName } from "../../src/model/parsed.ts";
import { companyName } from "../../src/normalize/company-name/company-name.ts";
import { normalized } from "./vector-check.ts";

/** A kind of noise with what the keys of its pairs do. */
export interface PairKind {
  /** `same`: two writings of one company; `different`: two companies; `beyond`: one company, which only a comparison can tell. */
  readonly group: string;
  readonly kind: string;
  readonly pairs: number;
  /** Pairs whose keys are equal. */
  readonly equalKeys: number;
  /** Pairs whose brands sound the same. */
  readonly equalSounds: number;
  readonly misses: readonly (readonly [left: string, right: string])[];
}

const file = join(import.meta.dirname, "../../fixtures/company-name-pairs/pairs.csv");
const line = /^(\w+),"?(.*?)"?,([^,]*),([^,]*)$/;

function parsedName(name: string): ParsedCompanyName | undefined {
  const parsed = normalized(companyName, name).items[0]?.parsed;
  return parsed?.kind === "company-name" ? parsed : undefined;
}

/** The pairs of `fixtures/company-name-pairs`, by group and kind. */
export function scorePairs(): readonly PairKind[] {
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1);
  const kinds = new Map<string, (readonly [string, string])[]>();
  for (const row of rows) {
    const [, group = "", kind = "", left = "", right = ""] = line.exec(row) ?? [];
    const name = `${group}\t${kind}`;
    kinds.set(name, [...(kinds.get(name) ?? []), [left, right]]);
  }
  return [...kinds].map(([name, pairs]) => {
    const [group = "", kind = ""] = name.split("\t");
    return scoreKind(group, kind, pairs);
  });
}

function scoreKind(
  group: string,
  kind: string,
  pairs: readonly (readonly [string, string])[],
): PairKind {
  const equal = pairs.filter(
    ([left, right]) => normalized(companyName, left).key === normalized(companyName, right).key,
  );
  const sounds = pairs.filter(
    ([left, right]) => parsedName(left)?.brandPinyin === parsedName(right)?.brandPinyin,
  );
  const wrong = group === "different" ? equal : pairs.filter((pair) => !equal.includes(pair));
  return {
    group,
    kind,
    pairs: pairs.length,
    equalKeys: equal.length,
    equalSounds: sounds.length,
    misses: group === "beyond" ? [] : wrong,
  };
}

/** `docs/reference/name-pairs.md`: how the keys of company names stand each kind of noise. */
export function namePairsPage(kinds: readonly PairKind[]): string {
  const misses = kinds.flatMap((each) =>
    each.misses.map(([left, right]) => `| ${each.kind} | ${left} | ${right} |`),
  );
  return [
    "# Keys of company names under noise",
    "",
    "Made by `node scripts/make-reference.ts` from `fixtures/company-name-pairs`, whose companies are invented; a test holds it.",
    "",
    "## One company in two writings: the keys should be equal",
    ...table(kinds, "same"),
    "## One company, left to matching",
    "",
    "A key that equated these would equate other companies as well; the comparisons of matching see them by sound and by parts.",
    ...table(kinds, "beyond"),
    "## Two companies: the keys should differ",
    ...table(kinds, "different"),
    "## Pairs on the wrong side",
    "",
    "| noise | left | right |",
    "| --- | --- | --- |",
    ...misses,
    "",
  ].join("\n");
}

function table(kinds: readonly PairKind[], group: string): readonly string[] {
  const rows = kinds
    .filter((each) => each.group === group)
    .map(
      ({ kind, pairs, equalKeys, equalSounds }) =>
        `| ${kind} | ${pairs} | ${equalKeys} | ${equalSounds} |`,
    );
  const heading = [
    "| noise | pairs | equal keys | brands of one sound |",
    "| --- | --- | --- | --- |",
  ];
  return ["", ...heading, ...rows, ""];
}
