import { findField } from "../model/canonical-model.ts";
import type { EntityName, Model } from "../model/entity.ts";
import { compileRule, type ColumnIndex, type CompiledRule } from "./compile-rule.ts";
import { parentLink } from "./parent-link.ts";
import type { EntityMapping, FieldRule, SourceMapping } from "./source-mapping.ts";

/** One entity of a mapping, with its columns looked up in a table. */
export interface CompiledEntity {
  readonly entity: EntityName;
  /** 0 for the row itself, 1 for its first child and so on. */
  readonly part: number;
  readonly keyIndexes: readonly number[];
  /** By field name in code point order, which makes the content of a record canonical. */
  readonly rules: readonly CompiledRule[];
  /** Fields of which at least one must hold something, else there is no record. */
  readonly evidence: readonly CompiledRule[];
  /** Fields without which a row is rejected. */
  readonly required: readonly CompiledRule[];
  /** For a child: the field that names its parent. */
  readonly linkField?: string;
}

/** The main entity of a row: any field of its own columns is evidence that it is there. */
export function compileEntity(
  { entity, row_key = [], fields }: EntityMapping,
  model: Model,
  indexOf: ColumnIndex,
): CompiledEntity {
  const byName = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rules = byName.map(([field, rule]) =>
    compileRule(field, rule, findField(model, entity, field)?.list === true, indexOf),
  );
  const keyIndexes = row_key.map((column) => indexOf(column) ?? -1);
  const evidence = rules.filter(({ field }) => (fields[field]?.from.length ?? 0) > 0);
  const required = rules.filter((rule) => rule.required);
  return { entity, part: 0, keyIndexes, rules, evidence, required };
}

/**
 * A child is there when it holds something that its parent does not: a customer's phone or owner
 * alone is no contact.
 */
export function compileChild(
  child: EntityMapping,
  parent: SourceMapping,
  model: Model,
  indexOf: ColumnIndex,
): CompiledEntity {
  const compiled = { ...compileEntity(child, model, indexOf), part: partOf(child, parent) };
  const ofParent = new Set(Object.values(parent.fields).flatMap(({ from }) => from));
  const isOwn = ({ from }: FieldRule): boolean => from.some((column) => !ofParent.has(column));
  const evidence = compiled.rules.filter(({ field }) => {
    const rule = child.fields[field];
    return rule !== undefined && isOwn(rule) && isTelling(child.entity, field, model);
  });
  const linkField = parentLink(child.entity, parent.entity, model);
  const isLinked = linkField !== undefined && !(linkField in child.fields);
  return { ...compiled, evidence, ...(isLinked && { linkField }) };
}

function partOf(child: EntityMapping, { children }: SourceMapping): number {
  return children.indexOf(child) + 1;
}

/** Owners and times stand in every row, whether there is a child or not. */
function isTelling(entity: EntityName, field: string, model: Model): boolean {
  const type = findField(model, entity, field)?.type;
  return type !== "ref" && type !== "date" && type !== "datetime";
}
