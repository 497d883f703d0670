import { byCodePoint } from "../../text/code-point.ts";
import type { SurvivorshipRuleName } from "../settings.ts";
import type { Candidate } from "./candidate.ts";

/** Keeps the candidates that are best by one measure; never none of them. */
type Narrow = (
  candidates: readonly Candidate[],
  systems: readonly string[],
) => readonly Candidate[];

/** The rules that choose one value; `concat_set` keeps all and is handled where lists are built. */
export const survivorshipRules: Readonly<
  Record<Exclude<SurvivorshipRuleName, "concat_set">, Narrow>
> = {
  source_priority: (candidates, systems) =>
    lowest(candidates, ({ system }) => {
      const rank = systems.indexOf(system);
      return rank < 0 ? systems.length : rank;
    }),
  most_recent: (candidates) => last(candidates, ({ at }) => at),
  most_frequent: (candidates) => {
    const counts = new Map<string, number>();
    for (const { key } of candidates) counts.set(key, (counts.get(key) ?? 0) + 1);
    return lowest(candidates, ({ key }) => -(counts.get(key) ?? 0));
  },
  longest: (candidates) => lowest(candidates, ({ display }) => -display.length),
  min: (candidates) => lowest(candidates, rankByValue(candidates)),
  max: (candidates) => {
    const rank = rankByValue(candidates);
    return lowest(candidates, (candidate) => -rank(candidate));
  },
};

function lowest(
  candidates: readonly Candidate[],
  measure: (candidate: Candidate) => number,
): readonly Candidate[] {
  const best = Math.min(...candidates.map(measure));
  return candidates.filter((candidate) => measure(candidate) === best);
}

function last(
  candidates: readonly Candidate[],
  text: (candidate: Candidate) => string,
): readonly Candidate[] {
  const latest = candidates.map(text).toSorted(byCodePoint).at(-1);
  return candidates.filter((candidate) => text(candidate) === latest);
}

/** Position among the values in order: numbers by size, dates and texts by code point. */
function rankByValue(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const keys = [...new Set(candidates.map(({ key }) => key))].sort(byValue);
  return ({ key }) => keys.indexOf(key);
}

function byValue(left: string, right: string): number {
  const numbers = [Number(left), Number(right)] as const;
  const areNumbers = numbers.every((number) => Number.isFinite(number));
  return areNumbers ? numbers[0] - numbers[1] : byCodePoint(left, right);
}
