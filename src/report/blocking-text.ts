import { formatCount } from "./format-number.ts";
import type { ReportStyle } from "./report-style.ts";
import { textTable } from "./text-table.ts";
import { say } from "./words.ts";

/** Pairs to be found that share a key of one family. */
interface TruePairsOfKey {
  readonly name: string;
  readonly truePairs: number;
  /** Those that share no key of another family. */
  readonly onlyHere: number;
}

/** What one family of keys did: which records it put together. */
export interface KeyCounts {
  readonly name: string;
  readonly keys: number;
  readonly groups: number;
  readonly largestGroup: number;
  /** Groups that were too large even when refined: dropped, or cut into windows. */
  readonly oversizedGroups: number;
  /** Pairs that this family found first. */
  readonly candidatePairs: number;
}

/** Which keys the pairs share that were to be found. */
export interface TruePairsByKey {
  /** How many of them were asked, and how many share any key. */
  readonly asked: number;
  readonly met: number;
  readonly keys: readonly TruePairsOfKey[];
}

/** What a search says of its keys. */
interface BlockingCounts {
  readonly keys?: readonly KeyCounts[];
  readonly certificate?: { readonly blocking?: TruePairsByKey } | null;
}

/**
 * What each family of keys did: how many keys and groups, which groups were too large, which pairs
 * it found first, and of the pairs that credit codes prove, how many share its keys and no others.
 */
export function blockingText(
  { keys = [], certificate }: BlockingCounts,
  style: ReportStyle,
): string {
  if (keys.length === 0) return "";
  const { language } = style;
  const proven = new Map(certificate?.blocking?.keys.map((each) => [each.name, each]));
  const right = (word: Parameters<typeof say>[0]) => ({
    title: say(word, language),
    align: "right" as const,
  });
  const columns = [
    { title: say("keyFamily", language), align: "left" as const },
    right("keysMade"),
    right("keyGroups"),
    right("largestGroup"),
    right("oversizedGroups"),
    right("pairs"),
    ...(proven.size > 0 ? [right("truePairs"), right("onlyHere")] : []),
  ];
  const rows = keys.map((each) => {
    const { keys: made, groups, largestGroup, oversizedGroups, candidatePairs } = each;
    const { truePairs = 0, onlyHere = 0 } = proven.get(each.name) ?? {};
    const counts = [made, groups, largestGroup, oversizedGroups, candidatePairs];
    const all = proven.size > 0 ? [...counts, truePairs, onlyHere] : counts;
    return [each.name, ...all.map(formatCount)];
  });
  return textTable(columns, rows, style) + metText(certificate, style);
}

function metText(certificate: BlockingCounts["certificate"], { language }: ReportStyle): string {
  const blocking = certificate?.blocking;
  if (blocking === undefined) return "";
  const { met, asked } = blocking;
  return `${say("truePairsMet", language, { met, asked })}\n`;
}
