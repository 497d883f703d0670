import type { EntityName } from "../model/entity.ts";

/** How deeply a load is proved; each level includes those before it. */
export const verifyLevels = ["V0", "V1", "V3", "V4"] as const;
export type VerifyLevel = (typeof verifyLevels)[number];

/** One thing that was proved or not: `V0`, customers, "rows in the store". */
export interface VerifyCheck {
  readonly level: VerifyLevel;
  readonly entity: EntityName;
  readonly name: string;
  /** What the check is about more closely, e.g. a column. */
  readonly detail: string;
  readonly expected: number;
  readonly actual: number;
  readonly passed: boolean;
}
