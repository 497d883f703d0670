import type { GoldenValue } from "../../model/golden.ts";
import type { EntityRecord } from "../../model/record.ts";
import { hasValidCheckCharacter } from "../features/credit-code.ts";
import { keyOf } from "../features/read-values.ts";
import type { Candidate } from "./candidate.ts";

/**
 * The registered name: of the records with a valid credit code if there are any, the longest name
 * with an organisation form and not cut off; never put together from several. Ties go to the
 * smallest record id.
 */
export function chooseLegalName(
  candidates: readonly Candidate[],
  members: readonly EntityRecord[],
): GoldenValue | undefined {
  const withCode = new Set(members.filter(hasValidCode).map(({ id }) => id));
  const holders = candidates.filter(({ record }) => withCode.has(record));
  const pool = holders.length > 0 ? holders : candidates;
  const complete = pool.filter(isComplete);
  const [chosen] = (complete.length > 0 ? complete : pool).toSorted(
    (left, right) => right.display.length - left.display.length,
  );
  if (chosen === undefined) return undefined;
  const isAgreed = candidates.every(({ key }) => key === chosen.key);
  const rule = holders.length > 0 ? "credit_code_holder" : "longest_complete_name";
  const items = chosen.value.items.slice(0, 1).map(({ display }) => display);
  return { items, provenance: [{ record: chosen.record, rule: isAgreed ? "only_value" : rule }] };
}

function hasValidCode(record: EntityRecord): boolean {
  return hasValidCheckCharacter(keyOf(record, "uscc"));
}

function isComplete({ value }: Candidate): boolean {
  const parsed = value.items[0]?.parsed;
  return parsed?.kind === "company-name" && parsed.form !== "" && !parsed.mayBeTruncated;
}
