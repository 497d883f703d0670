import { cleanHeading } from "../importers/clean-heading.ts";
import {
  columnsOfRule,
  type ProfileFields,
  type ProfileRule,
  type SourceProfile,
} from "../importers/source-profile.ts";
import { findField } from "../model/canonical-model.ts";
import type { EntityName, Model } from "../model/entity.ts";
import type { DraftField, EntityDraft } from "./mapping-draft.ts";

/** What a known export becomes: the main record of a row, and what stands beside it. */
export interface ProfileDraft {
  readonly entity: EntityName;
  readonly rowKey: readonly string[];
  readonly fields: readonly DraftField[];
  readonly children: readonly EntityDraft[];
  /** Columns that the system does not write by itself. */
  readonly strange: readonly string[];
}

/**
 * The fields of a table that a known system wrote, for the columns that are there. What the others
 * refer to is the main record of the row: a company before a person, a person before a mail.
 */
export function draftProfile(
  profile: SourceProfile,
  columns: readonly string[],
  model: Model,
): ProfileDraft {
  const columnOf = new Map(columns.map((column) => [cleanHeading(column), column]));
  const draft = (entity: EntityName, fields: ProfileFields): DraftField[] =>
    draftEntity(fields, columnOf, (name) => findField(model, entity, name)?.list === true);
  const known = new Set(profile.headings.flat().map(cleanHeading));
  const strange = columns.filter((column) => !known.has(cleanHeading(column)));
  const fields = withRest(draft(profile.entity, profile.fields), profile, strange);
  const presentColumns = (names: readonly string[] = []): string[] =>
    names.map((name) => columnOf.get(cleanHeading(name))).filter((each) => each !== undefined);
  const rowKey = presentColumns(profile.rowKey);
  const beside = (profile.beside ?? []).map((each): EntityDraft => ({
    entity: each.entity,
    ...(each.rowKey !== undefined && { rowKey: presentColumns(each.rowKey) }),
    fields: draft(each.entity, each.fields),
  }));
  const own: EntityDraft = { entity: profile.entity, rowKey, fields };
  const all = [own, ...beside].filter((each) => each.fields.length > 0);
  const named = ["customer", "contact"].map((name) => all.find(({ entity }) => entity === name));
  const main = named.find((each) => each !== undefined) ?? all[0] ?? own;
  return {
    entity: main.entity,
    rowKey: main.rowKey ?? [],
    fields: main.fields,
    children: all.filter((each) => each !== main),
    strange: profile.rest === undefined ? strange : [],
  };
}

function draftEntity(
  fields: ProfileFields,
  columnOf: ReadonlyMap<string, string>,
  isList: (field: string) => boolean,
): DraftField[] {
  return Object.entries(fields).flatMap(([field, rule]): DraftField[] => {
    if (typeof rule === "object" && "const" in rule) {
      return [{ field, from: [], const: rule.const }];
    }
    const from = columnsOfRule(rule)
      .map((column) => columnOf.get(cleanHeading(column)))
      .filter((column) => column !== undefined);
    const isSeveral = from.length > 1 && !isList(field);
    return from.length === 0 ? [] : [{ field, from, ...detailsOf(rule, isSeveral) }];
  });
}

function detailsOf(rule: ProfileRule, isSeveral: boolean): Pick<DraftField, "values" | "join"> {
  if (typeof rule === "string") return {};
  if ("values" in rule && "from" in rule) return { values: rule.values };
  return isSeveral && "parts" in rule ? { join: rule.join ?? "" } : {};
}

/** The columns that each company names itself, such as its groups of tags. */
function withRest(
  fields: DraftField[],
  { rest }: SourceProfile,
  strange: readonly string[],
): DraftField[] {
  return rest === undefined || strange.length === 0
    ? fields
    : [...fields, { field: rest, from: strange }];
}
