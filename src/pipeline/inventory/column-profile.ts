import {
  personalClasses,
  suspicionKinds,
  type DistinctCount,
  type PatternClass,
  type PersonalClass,
  type Suspicion,
  type SuspicionKind,
} from "../../model/inventory.ts";
import { looksLikeName } from "../../normalize/person-name/surname.ts";
import { textHash } from "../../text/text-hash.ts";
import { countOf, DistinctSketch } from "./distinct-sketch.ts";
import { personalIn } from "./personal-data.ts";
import { suspicionOf } from "./suspicion.ts";
import { patternOf } from "./value-pattern.ts";

/** What the cells of one column are, as they stand: whoever prints the examples masks them. */
export interface ColumnProfile {
  readonly rows: number;
  readonly filled: number;
  readonly distinct: DistinctCount;
  readonly longest: number;
  readonly patterns: Readonly<Partial<Record<PatternClass, number>>>;
  readonly suspicious: readonly Suspicion[];
  readonly personal: Readonly<Partial<Record<PersonalClass, number>>>;
  /** Cells that look like the name of a person. */
  readonly names: number;
  readonly dates: { readonly first: string; readonly last: string } | null;
  readonly examples: readonly string[];
}

interface Reading {
  readonly pattern: PatternClass;
  readonly suspicion: SuspicionKind | undefined;
  readonly personal: readonly PersonalClass[];
  readonly isName: boolean;
}

interface Tally {
  count: number;
  /** The first value of the kind. */
  readonly example: string;
}

/** Memory must not grow with the rows: beyond this the number of values is an estimate. */
const exactlyDistinct = 16_384;
const rememberedReadings = 1_024;
const mostExamples = 3;
const longestExample = 60;
/** Among so many of one kind the few others are worth a look. */
const rarePercent = 5;
const widePatterns: ReadonlySet<PatternClass> = new Set(["han", "latin", "other"]);

/** A column that is being profiled, cell after cell, in memory that does not grow with the rows. */
export class ColumnProfiler {
  private readonly seed: number;
  private readonly sketch = new DistinctSketch(exactlyDistinct);
  private readonly patterns = new Map<PatternClass, Tally>();
  private readonly suspicions = new Map<SuspicionKind, Tally>();
  private readonly personal = new Map<PersonalClass, number>();
  private readonly readings = new Map<string, Reading>();
  private readonly examples = new Set<string>();
  private readonly days = { first: "", last: "" };
  private rows = 0;
  private filled = 0;
  private names = 0;
  private longest = 0;

  /** Equal texts of two columns with equal seeds have equal hashes. */
  constructor(seed = 0) {
    this.seed = seed;
  }

  /** Counts a cell; returns the hash of its text, 0 for a blank one. */
  add(cell: string): number {
    this.rows += 1;
    const text = cell.trim();
    if (text === "") return 0;
    const hash = textHash(text, this.seed);
    const reading = this.read(text);
    if (reading.suspicion !== undefined) addTo(this.suspicions, reading.suspicion, text);
    // A mark for nothing is no value, though it tells rows apart.
    if (reading.suspicion === "missing-mark" || reading.suspicion === "formula-error") return hash;
    this.filled += 1;
    if (text.length > this.longest) this.longest = Math.max(this.longest, lettersIn(text));
    if (this.examples.size < mostExamples) this.examples.add(text.slice(0, longestExample));
    this.count(text, reading);
    this.sketch.add(hash);
    return hash;
  }

  profile(): ColumnProfile {
    const { rows, filled, names, longest, days } = this;
    return {
      rows,
      filled,
      names,
      longest,
      distinct: countOf(this.sketch.distinct()),
      patterns: inNumbers(this.patterns),
      suspicious: this.suspicious(),
      personal: Object.fromEntries(
        personalClasses.flatMap((name) => {
          const cells = this.personal.get(name) ?? 0;
          return cells > 0 ? [[name, cells]] : [];
        }),
      ),
      dates: days.first === "" ? null : { ...days },
      examples: [...this.examples],
    };
  }

  /** What a value is; remembered in columns of few values, where each comes again and again. */
  private read(text: string): Reading {
    const known = this.readings.get(text);
    if (known !== undefined) return known;
    const reading = {
      pattern: patternOf(text),
      suspicion: suspicionOf(text),
      personal: personalIn(text),
      isName: looksLikeName(text),
    };
    if (this.readings.size < rememberedReadings) this.readings.set(text, reading);
    return reading;
  }

  private count(text: string, { pattern, personal, isName }: Reading): void {
    if (isName) this.names += 1;
    for (const found of personal) this.personal.set(found, (this.personal.get(found) ?? 0) + 1);
    addTo(this.patterns, pattern, text);
    if (pattern === "date") this.seeDay(dayOf(text));
  }

  private seeDay(day: string | undefined): void {
    const { days } = this;
    if (day === undefined) return;
    if (days.first === "" || day < days.first) days.first = day;
    if (day > days.last) days.last = day;
  }

  private suspicious(): Suspicion[] {
    const unlike = unlikeOthers(this.patterns);
    const all = new Map(this.suspicions);
    if (unlike !== undefined) all.set("unlike", unlike);
    return suspicionKinds.flatMap((kind) => {
      const found = all.get(kind);
      return found === undefined ? [] : [{ kind, count: found.count, example: found.example }];
    });
  }
}

function addTo<Name>(tallies: Map<Name, Tally>, name: Name, text: string): void {
  const tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, { count: 1, example: text.slice(0, longestExample) });
  else tally.count += 1;
}

/** Where nearly all values have one of the narrow patterns, the others; letters are too wide to tell. */
function unlikeOthers(patterns: ReadonlyMap<PatternClass, Tally>): Tally | undefined {
  const [first, ...others] = [...patterns].toSorted(([, a], [, b]) => b.count - a.count);
  const [second] = others;
  if (first === undefined || second === undefined || widePatterns.has(first[0])) return undefined;
  const rest = others.reduce((sum, [, { count }]) => sum + count, 0);
  const isRare = rest * 100 <= (first[1].count + rest) * rarePercent;
  return isRare ? { count: rest, example: second[1].example } : undefined;
}

function inNumbers(
  tallies: ReadonlyMap<PatternClass, Tally>,
): Partial<Record<PatternClass, number>> {
  const counted = [...tallies].map(([name, { count }]) => [name, count] as const);
  return Object.fromEntries(counted);
}

const dayParts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})/;

/** `"2024年3月5日"`, `"20240305"` -> `"2024-03-05"`; undefined for a month without a day */
function dayOf(text: string): string | undefined {
  const [, year = "", month = "", day = ""] = dayParts.exec(text) ?? [];
  if (year === "" || Number(month) > 12 || Number(day) > 31) return undefined;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

function lettersIn(text: string): number {
  return /[\ud800-\udfff]/.test(text) ? [...text].length : text.length;
}
