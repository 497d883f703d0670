import type { PackedRecords } from "../packed-records.ts";
import { address } from "./address.ts";
import { companyName } from "./company-name.ts";
import type { Comparison } from "./comparison.ts";
import { customField } from "./custom-field.ts";
import { equalValue } from "./equal-value.ts";
import { industry } from "./industry.ts";
import { personName } from "./person-name.ts";
import { region } from "./region.ts";
import { sharedValue } from "./shared-value.ts";

const customerComparisons: readonly Comparison[] = [
  companyName,
  region,
  industry,
  equalValue("form", "legal_name"),
  equalValue("uscc", "uscc"),
  equalValue("registration", "registration_no"),
  equalValue("tax", "tax_no"),
  sharedValue("phones", "phones"),
  sharedValue("emails", "emails"),
  sharedValue("domains", "emails"),
  sharedValue("contacts", "contacts"),
  address,
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
  return [...(own[packed.entity] ?? []), ...packed.customFields.map((field) => customField(field))];
}
