import type { PackedRecords } from "../packed-records.ts";
import { address } from "./address.ts";
import { companyName } from "./company-name/company-name.ts";
import type { Comparison } from "./comparison.ts";
import { customField } from "./custom-field/custom-field.ts";
import { domains } from "./domain.ts";
import { equalValue } from "./equal-value.ts";
import { industry } from "./industry.ts";
import { legalForm } from "./legal-form.ts";
import { personName } from "./person-name.ts";
import { region, regionLevels } from "./region.ts";
import { sharedValue } from "./shared-value.ts";

const keyed = (comparison: Comparison): Comparison => ({ ...comparison, isKeyed: true });

// The name comes first, because others look at what it said, and values that pairs are found by last.
const customerComparisons: readonly Comparison[] = [
  companyName,
  region,
  industry,
  legalForm,
  equalValue("branch", "legal_name"),
  sharedValue("contacts", "contacts"),
  address(1, [regionLevels.differ, regionLevels["same-province"]]),
  keyed(equalValue("uscc", "uscc")),
  keyed(equalValue("registration", "registration_no")),
  keyed(equalValue("tax", "tax_no")),
  keyed(sharedValue("phones", "phones")),
  keyed(sharedValue("emails", "emails")),
  keyed(domains(11)),
];

const contactComparisons: readonly Comparison[] = [
  personName,
  equalValue("customer", "customer"),
  equalValue("department", "department"),
  sharedValue("phones", "phones"),
  keyed(sharedValue("mobiles", "mobiles")),
  keyed(sharedValue("emails", "emails")),
  keyed(equalValue("wechat", "wechat_id")),
  keyed(equalValue("externalId", "external_userid")),
];

/** The comparisons of a packed table in the order of their weights; custom fields come last. */
export function entityComparisons(
  packed: Pick<PackedRecords, "entity" | "customFields">,
): readonly Comparison[] {
  const own: Partial<Record<string, readonly Comparison[]>> = {
    customer: customerComparisons,
    contact: contactComparisons,
  };
  return [
    ...(own[packed.entity] ?? []),
    ...packed.customFields.map((field) => customField(field, packed.customFields)),
  ];
}
