/** `needs-review` repairs are only counted and listed; `safe` ones are applied. */
export type FixSafety = "safe" | "needs-review";
export type Severity = "error" | "warning" | "info";

/**
 * A problem in the data, as a value. The letter of the code is the dimension: `C` complete,
 * `V` valid, `U` unique, `F` fresh, `K` consistent, `N` normalization, `M` matching, `I` import, `L` load.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly entity?: string;
  /** `record_id`, or the source row for findings of the import. */
  readonly record?: string;
  readonly field?: string;
  /** What was found; personal values are masked by whoever prints it, not here. */
  readonly value?: string;
  readonly detail?: string;
}

/** What a code means: `goldpan explain CODE` and the reference pages print it. */
export interface Rule {
  readonly code: string;
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly example?: readonly [before: string, after: string];
  readonly fix?: FixSafety;
}
