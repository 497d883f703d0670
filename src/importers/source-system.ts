import type { EntityName } from "../model/entity.ts";
import { cleanHeading } from "./clean-heading.ts";
import type { SourceProfile } from "./source-profile.ts";
import { sourceProfiles } from "./source-profiles.ts";

export interface RecognisedSystem {
  /** `weflow-contacts`: the system and the kind of export. */
  readonly system: string;
  readonly entity: EntityName;
  /** "high" when nearly all headings of the export are there. */
  readonly confidence: "high" | "medium";
  /** Headings of the system that the table has, and how many the system writes. */
  readonly matched: number;
  readonly known: number;
  /** The rarest headings that gave it away. */
  readonly reason: readonly string[];
  readonly profile: SourceProfile;
}

/** One version of an export, its headings cleaned. */
interface Signature {
  readonly profile: SourceProfile;
  readonly headings: ReadonlySet<string>;
  readonly telling: readonly string[];
}

interface Candidate {
  readonly signature: Signature;
  readonly matched: readonly string[];
  /** Weight of the headings that are there, in percent of all that the system writes. */
  readonly percent: number;
  readonly isTold: boolean;
  /** Share of what table and system have in common, of what either has; in millionths. */
  readonly likeness: number;
}

/** Below this share of a system's headings a table only resembles it, unless telling ones are there. */
const [leastPercent, highPercent] = [55, 85];
/** Nor is a table that has much of what other systems write: likeness in millionths. */
const leastLikeness = 500_000;

const signatures: readonly Signature[] = sourceProfiles.flatMap((profile) =>
  profile.headings.map((headings) => {
    const cleaned = new Set(headings.map(cleanHeading));
    const telling = profile.telling.map(cleanHeading).filter((each) => cleaned.has(each));
    return { profile, headings: cleaned, telling };
  }),
);

/** In how many systems a heading stands. */
const systemsOf: ReadonlyMap<string, number> = countSystems();

function countSystems(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const profile of sourceProfiles) {
    for (const heading of new Set(profile.headings.flat().map(cleanHeading))) {
      counts.set(heading, (counts.get(heading) ?? 0) + 1);
    }
  }
  return counts;
}

/** A heading of one system says much, one that stands in many says little. */
function weightOf(heading: string): number {
  const systems = systemsOf.get(heading) ?? 0;
  if (systems === 0) return 0;
  return systems === 1 ? 12 : systems <= 3 ? 6 : 3;
}

function weightOfAll(headings: Iterable<string>): number {
  let weight = 0;
  for (const heading of headings) weight += weightOf(heading);
  return weight;
}

/**
 * The system that most likely wrote a table with these columns, told by its headings alone;
 * undefined when none of those known fits. Rare headings count for more than common ones; headings
 * that only other systems write count against.
 * `["用户名", "显示名称", "备注", "昵称", "微信号"]` -> `weflow-contacts`, medium
 */
export function recogniseSystem(columns: readonly string[]): RecognisedSystem | undefined {
  const present = new Set(columns.map(cleanHeading));
  const [best] = signatures
    .map((signature) => judge(signature, present))
    .filter((candidate) => isLike(candidate, present))
    .toSorted((a, b) => b.likeness - a.likeness);
  if (best === undefined) return undefined;
  const { signature, matched, percent } = best;
  const { profile, headings } = signature;
  return {
    system: profile.system,
    entity: profile.entity,
    confidence: percent >= highPercent ? "high" : "medium",
    matched: matched.length,
    known: headings.size,
    reason: rarest(matched),
    profile,
  };
}

function judge(signature: Signature, present: ReadonlySet<string>): Candidate {
  const { headings, telling } = signature;
  const matched = [...headings].filter((heading) => present.has(heading));
  const weight = weightOfAll(matched);
  const either = weightOfAll(new Set([...headings, ...present]));
  return {
    signature,
    matched,
    percent: Math.floor((weight * 100) / Math.max(1, weightOfAll(headings))),
    isTold: telling.length > 0 && telling.every((heading) => present.has(heading)),
    likeness: Math.floor((weight * 1_000_000) / Math.max(1, either)),
  };
}

function isLike(candidate: Candidate, present: ReadonlySet<string>): boolean {
  const { signature, matched, isTold } = candidate;
  const { size } = signature.headings;
  const own = matched.filter((heading) => systemsOf.get(heading) === 1).length;
  if (size <= 3) return isWhole(matched.length, size, own >= 2 ? size : present.size);
  if (matched.length < 3) return false;
  if (isMostOf(candidate)) return true;
  const isOwn = isTold || (matched.length > 4 && own * 2 >= matched.length);
  return isOwn && isPartOf(matched, present);
}

function isMostOf({ signature, matched, percent, isTold, likeness }: Candidate): boolean {
  if (isTold && matched.length >= Math.min(4, signature.headings.size)) return true;
  return percent >= leastPercent && likeness >= leastLikeness;
}

/** Two columns are in everybody's list: only the whole list is the system's, or its own words. */
function isWhole(matched: number, size: number, present: number): boolean {
  return matched === size && present === size;
}

/** People leave columns out of an export: what is there is the system's, but for a column or two. */
function isPartOf(matched: readonly string[], present: ReadonlySet<string>): boolean {
  return matched.length * 2 > present.size && weightOfAll(matched) * 10 >= weightOfAll(present) * 8;
}

/** Does any known system write this heading? */
export function isSystemHeading(cell: string): boolean {
  return systemsOf.has(cleanHeading(cell));
}

function rarest(matched: readonly string[]): string[] {
  return matched.toSorted((a, b) => weightOf(b) - weightOf(a)).slice(0, 3);
}
