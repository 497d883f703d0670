import { entityNames, type EntityName, type Model } from "../model/entity.ts";
import { cleanHeading } from "./clean-heading.ts";
import { isSystemHeading } from "./source-system.ts";

export interface RecognisedColumn {
  readonly entity: EntityName;
  readonly field: string;
}

export interface EntityGuess {
  readonly entity: EntityName;
  /** Columns that a field of the entity is known for. */
  readonly known: number;
  readonly columns: number;
}

/** Cleaned heading -> field name, for each entity. */
type Headings = Readonly<Record<EntityName, ReadonlyMap<string, string>>>;

const headingsOfModel = new WeakMap<Model, Headings>();

function headingsOf(model: Model): Headings {
  const known = headingsOfModel.get(model);
  if (known !== undefined) return known;
  const entries = entityNames.map((entity) => [entity, headingsOfEntity(model, entity)] as const);
  // One entry for each entity name, so the record is complete.
  const headings = Object.fromEntries(entries) as Headings;
  headingsOfModel.set(model, headings);
  return headings;
}

/** The field's own labels outrank aliases; among aliases the first field of the table wins. */
function headingsOfEntity(model: Model, entity: EntityName): ReadonlyMap<string, string> {
  const headings = new Map<string, string>();
  const { fields } = model.entities[entity];
  for (const { name, zh, en } of fields) {
    for (const label of [name, zh, en]) {
      if (!headings.has(cleanHeading(label))) headings.set(cleanHeading(label), name);
    }
  }
  for (const { name, aliases } of fields) {
    for (const alias of aliases) {
      const heading = cleanHeading(alias);
      if (!headings.has(heading)) headings.set(heading, name);
    }
  }
  return headings;
}

/** `联系方式/手机` is asked as a whole first, then by its last part. */
function lookUp(headings: ReadonlyMap<string, string>, column: string): string | undefined {
  const whole = headings.get(cleanHeading(column));
  return whole ?? headings.get(cleanHeading(column.split("/").at(-1) ?? ""));
}

/**
 * The field of `entity` that each column means, by its heading; undefined where none is known.
 * `["客户名称", "XY"]` for a customer -> `[{ field: "legal_name", ... }, undefined]`
 */
export function recogniseColumns(
  columns: readonly string[],
  model: Model,
  entity: EntityName,
): (RecognisedColumn | undefined)[] {
  const headings = headingsOf(model)[entity];
  const fields = columns.map((column) => lookUp(headings, column));
  const isWechat = entity === "contact" && fields.includes("wechat_id");
  return fields.map((field, at) => {
    if (field === undefined) return undefined;
    return { entity, field: isWechat && isRemark(columns[at]) ? "remark_name" : field };
  });
}

/** In an address book of WeChat 备注 is the name that the salesman gave; everywhere else a note. */
function isRemark(column = ""): boolean {
  return cleanHeading(column) === "备注";
}

/** Is this heading known for any entity, or written by any known system? */
export function isKnownHeading(cell: string, model: Model): boolean {
  const headings = headingsOf(model);
  if (isSystemHeading(cell)) return true;
  return entityNames.some((entity) => headings[entity].has(cleanHeading(cell)));
}

/** What a person is called by. */
const personNames: readonly string[] = ["name", "remark_name", "wechat_id"];
/** What is told of persons only. */
const personDetails: readonly string[] = ["title", "department", "gender", "decision_role"];

/**
 * Which entity a table most likely holds: the one with most known columns. Ties go to the entity
 * whose identifying field is there, then to customer, contact and the rest in that order. Companies
 * with numbers and somebody to ask for beside them are customers: 客户名称, 联系人, 手机.
 */
export function guessEntity(columns: readonly string[], model: Model): EntityGuess {
  const order: readonly EntityName[] = [
    "customer",
    "contact",
    "activity",
    "opportunity",
    "order",
    "quote",
    "task",
    "user",
  ];
  const guesses = order.map((entity) => {
    const known = recogniseColumns(columns, model, entity).filter((each) => each !== undefined);
    const names = new Set(known.map(({ field }) => field));
    const identifies = model.entities[entity].fields.some(
      ({ name, identifies: strong }) => strong && names.has(name),
    );
    return {
      entity,
      known: known.length,
      columns: columns.length,
      rank: names.size * 2 + (identifies ? 1 : 0),
      isBeside: entity === "contact" && names.has("customer") && !areNamed(columns, names),
    };
  });
  const [best] = guesses.toSorted((a, b) => b.rank - a.rank);
  const found = best?.isBeside === true ? guesses[0] : best;
  const { entity = "customer", known = 0 } = found ?? {};
  return { entity, known, columns: columns.length };
}

/**
 * Whether rows that hold companies are about persons: somebody is named, not only as 联系人 of the
 * company, and no credit code says that the row is a company.
 */
function areNamed(columns: readonly string[], names: ReadonlySet<string>): boolean {
  if (!personNames.some((name) => names.has(name))) return false;
  if (columns.some((column) => /信用代码|税号|uscc/i.test(column))) return false;
  return (
    personDetails.some((name) => names.has(name)) ||
    !columns.some((column) => /^联系人(?:姓名)?$/.test(cleanHeading(column)))
  );
}
