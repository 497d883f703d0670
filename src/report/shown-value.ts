import { canonicalModel, findField } from "../model/canonical-model.ts";
import type { EntityName } from "../model/entity.ts";
import { maskValue } from "./mask.ts";
import type { ReportStyle } from "./report-style.ts";
import { say } from "./words.ts";

/** What a field shows to somebody who did not ask for personal data; lists stay lists. */
export function maskField(entity: EntityName, field: string, value: string): string {
  const known = findField(canonicalModel, entity, field);
  return value
    .split("; ")
    .map((each) => maskValue(known, each))
    .join("; ");
}

/** A value as a report shows it: masked unless it may be shown, and a word for none. */
export function valueText(
  entity: EntityName,
  field: string,
  { value, style }: { readonly value: string; readonly style: ReportStyle },
): string {
  if (value === "") return field === "" ? "" : say("emptyValue", style.language);
  return style.showValues === true ? value : maskField(entity, field, value);
}
