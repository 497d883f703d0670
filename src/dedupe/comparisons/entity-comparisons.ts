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

// The name comes first, because others look at what it said; then what rules a pair in or out at once.
const customerComparisons: readonly Comparison[] = [
  companyName,
  region,
  industry,
  legalForm,
  equalValue("branch", "legal_name"),
  equalValue("uscc", "uscc"),
  equalValue("registration", "registration_no"),
  equalValue("tax", "tax_no"),
  sharedValue("phones", "phones"),
  sharedValue("emails", "emails"),
  domains(9),
  sharedValue("contacts", "contacts"),
  address(1, [regionLevels.differ, regionLevels["same-province"]]),
];

const contactComparisons: readonly Comparison[] = [
  personName,
  equalValue("customer", "customer"),
  sharedValue("mobiles", "mobiles"),
  sharedValue("phones", "phones"),
  sharedValue("emails", "emails"),
  equalValue("wechat", "wechat_id"),
  equalValue("externalId", "external_userid"),
  equalValue("department", "department"),
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
