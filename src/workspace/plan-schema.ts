import type { EntityName } from "../model/entity.ts";
import type { PlanOperation, PlanOperationKind, StoreRow, StoreValue } from "../model/plan.ts";
import { readTexts } from "./read-texts.ts";

/** "plan" as SQLite's application id. */
export const planApplicationId = 0x706c616e;

/**
 * The tables of a plan file. `manifest`, `operation` and `reject` are the plan; `metadata` holds
 * what two equal plans may differ in: the store they were made against, and the hash of the plan.
 */
export const planSchema = `
  CREATE TABLE manifest (format TEXT NOT NULL, content TEXT NOT NULL);
  CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE operation (
    seq INTEGER PRIMARY KEY,
    entity TEXT NOT NULL,
    table_name TEXT NOT NULL,
    kind TEXT NOT NULL,
    golden TEXT NOT NULL,
    pk,
    before_hash TEXT NOT NULL,
    after_hash TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    refs TEXT NOT NULL,
    sources TEXT NOT NULL,
    links TEXT NOT NULL,
    reason TEXT NOT NULL
  );
  CREATE TABLE reject (
    entity TEXT NOT NULL,
    golden TEXT NOT NULL,
    field TEXT NOT NULL,
    reason TEXT NOT NULL
  );
`;

/** A row of `operation` in the order of its columns. */
export type OperationCells = readonly [
  seq: number | bigint,
  entity: string,
  table: string,
  kind: string,
  golden: string,
  pk: string | number | bigint | null,
  beforeHash: string,
  afterHash: string,
  before: string,
  after: string,
  refs: string,
  sources: string,
  links: string,
  reason: string,
];

/** What `cellsOf` made, as an operation again. */
export function operationOf(cells: OperationCells): PlanOperation {
  const [seq, entity, table, kind, goldenId, pk, beforeHash, afterHash] = cells;
  const [, , , , , , , , before, after, refs, sources, links, reason] = cells;
  const sourceTexts = readTexts(sources);
  return {
    seq: Number(seq),
    // Every cast is of a cell that `cellsOf` filled from the same type.
    entity: entity as EntityName,
    table,
    kind: kind as PlanOperationKind,
    goldenId,
    key: keyOf(pk),
    beforeHash,
    afterHash,
    before: parsed(before) as StoreRow,
    after: parsed(after) as StoreRow,
    refs: parsed(refs) as PlanOperation["refs"],
    sources: sourceTexts,
    links: linksOf(links, goldenId, sourceTexts),
    reason,
  };
}

const empty = Object.freeze({});

/** Most operations leave most of their texts empty, and parsing costs. */
function parsed(text: string): object {
  return text === "{}" ? empty : (JSON.parse(text) as object);
}

/** A whole key comes back as a number as long as a number holds it exactly. */
function keyOf(pk: OperationCells[5]): StoreValue {
  if (typeof pk !== "bigint") return pk;
  const number = Number(pk);
  return Number.isSafeInteger(number) ? number : String(pk);
}

/** An operation as cells of its row. */
export function cellsOf(operation: PlanOperation): OperationCells {
  const { seq, entity, table, kind, goldenId, key, beforeHash, afterHash, reason } = operation;
  const { before, after, refs, sources } = operation;
  // The driver binds numbers as floats; a whole key must come back as it was.
  const pk = typeof key === "number" && Number.isInteger(key) ? BigInt(key) : key;
  return [
    seq,
    entity,
    table,
    kind,
    goldenId,
    pk,
    beforeHash,
    afterHash,
    JSON.stringify(before),
    JSON.stringify(after),
    JSON.stringify(refs),
    JSON.stringify(sources),
    linksText(operation),
    reason,
  ];
}

/** Links are mostly none, or those of a new row: the golden id and every source. */
function linksText({ kind, links }: PlanOperation): string {
  if (kind === "insert") return "*";
  return links.length === 0 ? "[]" : JSON.stringify(links);
}

function linksOf(text: string, goldenId: string, sources: readonly string[]): readonly string[] {
  if (text === "*") return [`goldpan:${goldenId}`, ...sources];
  return text === "[]" ? noTexts : readTexts(text);
}

const noTexts: readonly string[] = Object.freeze([]);

/** A row that stays as it is may still get source keys that were not tied to it. */
export function isWrite({ kind, links }: PlanOperation): boolean {
  return kind === "insert" || kind === "update" || links.length > 0;
}
