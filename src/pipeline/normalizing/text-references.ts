import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { SourcePlan } from "./source-plan.ts";

/** What the mappings of a project say about references that are written as text. */
export interface TextReferences {
  /** Some record may name one of this entity. */
  readonly isReferred: (entity: EntityName) => boolean;
  /** Some record names another of its own entity: a parent company, a manager. */
  readonly refersToItself: (entity: EntityName) => boolean;
  /** A child that names records which may come after its own row. */
  readonly mustWait: (plan: SourcePlan, part: number) => boolean;
}

/** Reads off the mappings which references there are, so that nothing is kept for those there are not. */
export function findTextReferences(plans: readonly SourcePlan[], model: Model): TextReferences {
  const parts = plans.flatMap((plan) =>
    plan.parts.map((_, part) => ({ plan, part, fields: textReferencesOf(plan, part, model) })),
  );
  const referred = new Set(parts.flatMap(({ fields }) => fields.map(({ refersTo }) => refersTo)));
  const own = new Set(
    parts.flatMap(({ plan, part, fields }) => {
      const entity = plan.parts[part]?.entity;
      return fields.some(({ refersTo }) => refersTo === entity) ? [entity] : [];
    }),
  );
  const waiting = new Map<SourcePlan, Set<number>>();
  for (const { plan, part, fields } of parts) {
    if (part === 0 || !fields.some(({ refersTo }) => refersTo !== "user")) continue;
    waiting.set(plan, (waiting.get(plan) ?? new Set()).add(part));
  }
  return {
    isReferred: (entity) => referred.has(entity),
    refersToItself: (entity) => own.has(entity),
    mustWait: (plan, part) => waiting.get(plan)?.has(part) === true,
  };
}

/** The mapped references of a part; a remark name may name a customer where no parent does. */
function textReferencesOf(plan: SourcePlan, part: number, model: Model): Field[] {
  const mapped = [plan.mapping, ...plan.mapping.children][part];
  if (mapped === undefined) return [];
  const { entity, fields } = mapped;
  const isRemark = entity === "contact" && part === 0 && "remark_name" in fields;
  return model.entities[entity].fields.filter(
    ({ type, name }) => type === "ref" && (name in fields || (isRemark && name === "customer")),
  );
}
