import type { FieldRule } from "../../mapping/source-mapping.ts";
import type { Field } from "../../model/entity.ts";
import type { Normalizer } from "../../model/normalizer.ts";
import { normalizerForField } from "../../normalize/normalizer-for-field.ts";
import { chainNormalizers } from "./chain-normalizers.ts";
import { referenceNormalizer } from "./reference-normalizer.ts";

/** What reads a field: what its mapping asks for, else what its type asks for. */
export function normalizerOf(field: Field, rule: FieldRule | undefined): Normalizer {
  const [first, ...others] = rule?.transform ?? [];
  if (first !== undefined) return chainNormalizers([first, ...others]);
  return field.type === "ref" ? referenceNormalizer(field) : normalizerForField(field);
}
