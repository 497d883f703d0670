import type { EntityName } from "../model/entity.ts";
import { cleanHeading } from "./clean-heading.ts";
import table from "./data/source-systems.json" with { type: "json" };

interface KnownSystem {
  readonly system: string;
  readonly entity: EntityName;
  readonly headings: readonly string[];
  /** Headings that must be there: no other system writes them. */
  readonly telling: readonly string[];
}

export interface RecognisedSystem {
  /** `weflow-contacts`: the system and the kind of export. */
  readonly system: string;
  readonly entity: EntityName;
  /** "high" when nearly all headings of the export are there. */
  readonly confidence: "high" | "medium";
  /** Headings of the system that the table has, and how many the system writes. */
  readonly matched: number;
  readonly known: number;
  /** The headings that gave it away. */
  readonly reason: readonly string[];
}

// The entities are words in the file; the test checks that each is one of the model.
const systems = table as readonly KnownSystem[];

/** Below half of a system's headings a table only resembles it. */
const [leastPercent, highPercent] = [50, 85];

/**
 * The system that most likely wrote a table with these columns, told by its headings alone;
 * undefined when none of those known fits. Of several, the one with most of its headings there.
 */
export function recogniseSystem(columns: readonly string[]): RecognisedSystem | undefined {
  const present = new Set(columns.map(cleanHeading));
  const [best] = systems
    .map((system) => ({ ...system, matched: countPresent(system.headings, present) }))
    .filter((system) => isLike(system, present))
    .toSorted((a, b) => likeness(b) - likeness(a));
  if (best === undefined) return undefined;
  const { system, entity, headings, telling, matched } = best;
  const confidence = matched * 100 >= headings.length * highPercent ? "high" : "medium";
  return { system, entity, confidence, matched, known: headings.length, reason: telling };
}

interface Candidate extends KnownSystem {
  readonly matched: number;
}

function countPresent(headings: readonly string[], present: ReadonlySet<string>): number {
  return headings.filter((each) => present.has(cleanHeading(each))).length;
}

function isLike({ headings, telling, matched }: Candidate, present: ReadonlySet<string>): boolean {
  const isTold = countPresent(telling, present) === telling.length;
  return isTold && matched >= 3 && matched * 100 >= headings.length * leastPercent;
}

/** Many headings that fit count for more than a short list that fits whole. */
function likeness({ matched, headings }: Candidate): number {
  return (matched * matched) / headings.length;
}
