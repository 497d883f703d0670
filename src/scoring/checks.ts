import type { EntityName } from "../model/entity.ts";
import type { Check, CheckRule } from "./check.ts";
import { keyFieldEmpty } from "./checks/c101-key-field-empty.ts";
import { importantFieldEmpty } from "./checks/c102-important-field-empty.ts";
import { noWayToReach } from "./checks/c103-no-way-to-reach.ts";
import { notTouched } from "./checks/f301-not-touched.ts";
import { reclaimDue } from "./checks/f302-reclaim-due.ts";
import { regionContradicts } from "./checks/k401-region-contradicts.ts";
import { statusContradicts } from "./checks/k402-status-contradicts.ts";
import { duplicateRecord } from "./checks/u201-duplicate-record.ts";
import { severalOwners } from "./checks/u202-several-owners.ts";
import { usccInvalid } from "./checks/v101-uscc-invalid.ts";
import { phoneInvalid } from "./checks/v103-phone-invalid.ts";
import { emailInvalid } from "./checks/v104-email-invalid.ts";
import { placeholderValue } from "./checks/v105-placeholder-value.ts";

/** Every check, sorted by code within its dimension; a new one is a file and a line here. */
export const checks: readonly Check[] = [
  keyFieldEmpty,
  importantFieldEmpty,
  noWayToReach,
  usccInvalid,
  phoneInvalid,
  emailInvalid,
  placeholderValue,
  duplicateRecord,
  severalOwners,
  notTouched,
  reclaimDue,
  regionContradicts,
  statusContradicts,
];

/** What each check means; `goldpan explain C101` prints it. */
export const scoringRules: readonly CheckRule[] = checks.map(({ rule }) => rule);

/** `checksFor("order")` -> the checks that look at orders */
export function checksFor(entity: EntityName): readonly Check[] {
  return checks.filter(({ entities }) => entities.includes(entity));
}
