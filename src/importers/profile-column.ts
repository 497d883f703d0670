/** What a filled cell looks like; the first that fits counts. */
export const patternClasses = [
  "uscc",
  "email",
  "url",
  "phone",
  "date",
  "number",
  "han",
  "latin",
  "other",
] as const;

export type PatternClass = (typeof patternClasses)[number];

/** Values that should not be there: marks for nothing, errors of formulas, lost digits, broken text. */
export const suspicionClasses = ["missing-mark", "formula-error", "exponent", "mojibake"] as const;

export type SuspicionClass = (typeof suspicionClasses)[number];

export interface ColumnProfile {
  readonly column: string;
  readonly rows: number;
  readonly filled: number;
  /** Different values; a floor when `isDistinctExact` is false. */
  readonly distinct: number;
  readonly isDistinctExact: boolean;
  /** Letters of the longest value. */
  readonly longest: number;
  readonly patterns: Readonly<Record<PatternClass, number>>;
  readonly suspicious: Readonly<Record<SuspicionClass, number>>;
  /** The first different values, as they stand: whoever prints them masks them. */
  readonly examples: readonly string[];
}

/** Memory must not grow with the rows: beyond this the values are no longer told apart. */
const mostDistinct = 10_000;
const mostExamples = 3;

const missingMark = /^(?:-+|—+|\/|\\N|无|暂无|未知|null|none|\(null\)|n\/a|\*{3,}|0000-00-00)$/i;
const formulaError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;
const exponent = /^\d(?:\.\d+)?E\+\d+$/i;
const mojibake = /锟斤拷|\ufffd|烫烫|\?{4,}|[Ãåäçè][\u0080-\u00bf]/;

const suspicions: readonly (readonly [SuspicionClass, RegExp])[] = [
  ["missing-mark", missingMark],
  ["formula-error", formulaError],
  ["exponent", exponent],
  ["mojibake", mojibake],
];

const patterns: readonly (readonly [PatternClass, RegExp])[] = [
  ["uscc", /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/i],
  ["email", /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ["url", /^(?:https?:\/\/|www\.)\S+$/i],
  [
    "phone",
    /^(?:\+|00)?[\d() -]*(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[) -]*\d{7,8}|400[ -]?\d{3}[ -]?\d{4})(?:\D{1,3}\d{1,6})?$/,
  ],
  ["date", /^(?:19|20)\d{2}(?:[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?月?(?:[ T].*)?|[01]\d[0-3]\d)$/],
  ["number", /^[-+]?[¥$]?[\d,]*\.?\d+(?:%|元|万|万元|亿元)?$/],
  ["han", /\p{Script=Han}/u],
  ["latin", /\p{Script=Latin}/u],
];

/** A column that is being profiled, row after row. */
export class ColumnProfiler {
  private readonly column: string;
  private readonly seen = new Set<string>();
  private readonly patterns = zeros(patternClasses);
  private readonly suspicious = zeros(suspicionClasses);
  private rows = 0;
  private filled = 0;
  private longest = 0;

  constructor(column: string) {
    this.column = column;
  }

  add(cell: string): void {
    this.rows += 1;
    const text = cell.trim();
    if (text === "") return;
    this.filled += 1;
    this.longest = Math.max(this.longest, text.length > this.longest ? [...text].length : 0);
    if (this.seen.size < mostDistinct) this.seen.add(text);
    const suspicion = suspicions.find(([, pattern]) => pattern.test(text));
    if (suspicion !== undefined) this.suspicious[suspicion[0]] += 1;
    this.patterns[patternOf(text)] += 1;
  }

  profile(): ColumnProfile {
    const { column, rows, filled, longest } = this;
    return {
      column,
      rows,
      filled,
      distinct: this.seen.size,
      isDistinctExact: this.seen.size < mostDistinct,
      longest,
      patterns: { ...this.patterns },
      suspicious: { ...this.suspicious },
      examples: [...this.seen].slice(0, mostExamples),
    };
  }
}

function patternOf(text: string): PatternClass {
  return patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? "other";
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  // One entry for each name, so the record is complete.
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
