import { recogniseSystem } from "../../importers/source-system.ts";
import type { DraftField, MappingDraft } from "../../mapping/mapping-draft.ts";
import { draftMapping } from "../../mapping/suggest-mapping.ts";
import { findField } from "../../model/canonical-model.ts";
import type { EntityName, Field, Model } from "../../model/entity.ts";
import type { Confidence, EntityGuess, SystemGuess } from "../../model/inventory.ts";

/** What one column probably is. */
export interface ColumnRole {
  readonly entity: EntityName;
  readonly field: Field;
}

/** What a table probably is, told by its headings and some of its rows. */
export interface TableRoles {
  readonly system: SystemGuess | null;
  readonly entity: EntityGuess | null;
  /** By column; null where nothing is known. */
  readonly columns: readonly (ColumnRole | null)[];
  /** The fields of the table's own entity with the columns that give them. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
}

/** The same judgement that `mapping suggest` writes down, so that both say the same. */
export function rolesOf(
  columns: readonly string[],
  samples: readonly (readonly string[])[],
  model: Model,
): TableRoles {
  const system = recogniseSystem(columns);
  const draft = draftMapping({ columns, samples, fileName: "" }, model);
  const name = system?.entity ?? draft.entity;
  const roleByColumn = roleOfEach(draft, model);
  const roles = columns.map((column) => roleByColumn.get(column) ?? null);
  return {
    system:
      system === undefined
        ? null
        : { name: system.system, confidence: system.confidence, reason: system.reason },
    entity: guessOf(name, columns, roles),
    columns: roles,
    fields: fieldsOf(name, draft),
  };
}

/** How sure it is what a table with this draft holds; null when nothing is known. */
export function guessEntityOf(
  draft: MappingDraft,
  columns: readonly string[],
  model: Model,
): EntityGuess | null {
  const roles = roleOfEach(draft, model);
  const ordered = columns.map((column) => roles.get(column) ?? null);
  return guessOf(draft.entity, columns, ordered);
}

/** The columns of the fields of an entity, whether it is the row itself or stands beside it. */
function fieldsOf(name: EntityName, draft: MappingDraft): Map<string, readonly string[]> {
  const parts = [draft, ...draft.children].filter(({ entity }) => entity === name);
  return new Map(parts.flatMap(({ fields }) => fields.map(({ field, from }) => [field, from])));
}

/**
 * A phone that customer and contact share is that of the contact; a colleague is the owner of the
 * customer before that of the contact.
 */
function roleOfEach(
  { children, entity, fields }: MappingDraft,
  model: Model,
): Map<string, ColumnRole> {
  const own = fields.map((each) => ({ ...each, entity }));
  const beside = children.flatMap((child) =>
    child.fields.map((each) => ({ ...each, entity: child.entity })),
  );
  const isOwners = (each: DraftField): boolean => each.field === "owners";
  const ordered = [...beside.filter((each) => !isOwners(each)), ...own, ...beside.filter(isOwners)];
  const roles = new Map<string, ColumnRole>();
  for (const { entity, field: name, from } of ordered) {
    const field = findField(model, entity, name);
    const free = from.filter((column) => field !== undefined && !roles.has(column));
    for (const column of free) if (field !== undefined) roles.set(column, { entity, field });
  }
  return roles;
}

/** A single column says nothing unless it names the thing itself. */
function guessOf(
  name: EntityName,
  columns: readonly string[],
  roles: readonly (ColumnRole | null)[],
): EntityGuess | null {
  const known = columns.filter((_, at) => roles[at] !== null);
  const isNamed = roles.some((role) => role?.field.identifies === true);
  if (known.length === 0 || (known.length === 1 && !isNamed)) return null;
  const confidence = confidenceOf(known.length + (isNamed ? 1 : 0), columns.length);
  return { name, confidence, reason: known };
}

/** Half of the columns known is sure, a quarter likely; two that fit are chance. */
function confidenceOf(known: number, all: number): Confidence {
  if (known < 3) return "low";
  if (known * 2 >= all) return "high";
  return known * 4 >= all ? "medium" : "low";
}
