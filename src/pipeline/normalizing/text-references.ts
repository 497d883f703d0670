import type { EntityMapping } from "../../mapping/source-mapping.ts";
import type { EntityName, Field, Model } from "../../model/entity.ts";
import { remarkField } from "../../normalize/normalizer-for-field.ts";
import type { SourceSpec } from "./source-plan.ts";

/** What the mappings of a project say about references that are written as text. */
export interface TextReferences {
  /** Some record may name one of this entity. */
  readonly isReferred: (entity: EntityName) => boolean;
  /** Some record names another of its own entity: a parent company, a manager. */
  readonly refersToItself: (entity: EntityName) => boolean;
  /** A child that names records which may come after its own row. */
  readonly mustWait: (source: SourceSpec, part: number) => boolean;
  /** Some record of the source names one of another entity that is no user. */
  readonly namesOthers: (source: SourceSpec) => boolean;
}

/** Reads off the mappings which references there are, so that nothing is kept for those there are not. */
export function findTextReferences(specs: readonly SourceSpec[], model: Model): TextReferences {
  const parts = specs.flatMap((spec) =>
    [spec.mapping, ...spec.mapping.children].map((mapped, part) => ({
      source: spec.index,
      part,
      entity: mapped.entity,
      fields: textReferencesOf(mapped, part, model),
    })),
  );
  const referred = new Set(parts.flatMap(({ fields }) => fields.map(({ refersTo }) => refersTo)));
  const own = new Set(
    parts.flatMap(({ entity, fields }) =>
      fields.some(({ refersTo }) => refersTo === entity) ? [entity] : [],
    ),
  );
  const naming = parts.filter(({ entity, fields }) =>
    fields.some(({ refersTo }) => refersTo !== "user" && refersTo !== entity),
  );
  const waiting = new Set(
    naming.filter(({ part }) => part > 0).map(({ source, part }) => `${source} ${part}`),
  );
  const namingSources = new Set(naming.map(({ source }) => source));
  return {
    isReferred: (entity) => referred.has(entity),
    refersToItself: (entity) => own.has(entity),
    mustWait: ({ index }, part) => waiting.has(`${index} ${part}`),
    namesOthers: ({ index }) => namingSources.has(index),
  };
}

/** The mapped references of a part; a remark name may name a customer where no parent does. */
function textReferencesOf({ entity, fields }: EntityMapping, part: number, model: Model): Field[] {
  const isRemark = entity === "contact" && part === 0 && remarkField in fields;
  return model.entities[entity].fields.filter(
    ({ type, name }) => type === "ref" && (name in fields || (isRemark && name === "customer")),
  );
}
