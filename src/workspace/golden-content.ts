import type { EntityName } from "../model/entity.ts";
import type { GoldenContent, GoldenSelection } from "../model/golden.ts";
import type { Workspace } from "./open-workspace.ts";
import { readTexts } from "./read-texts.ts";

/** Characters that no JSON text contains as they are. */
const between = "\u001E";
const within = "\u001F";

type ContentCells = readonly [
  id: string,
  members: string,
  reviewPending: number,
  /** `field US items RS field US items ...`, null without values. */
  content: string | null,
];

const concat = "group_concat(field || char(31) || items, char(30))";

/**
 * The golden records of an entity by id (code point order) with their values and without where
 * these come from: one row of the file each, which is several times faster than `iterateGoldens`.
 */
export function* iterateGoldenContent(
  workspace: Workspace,
  entity: EntityName,
  selection: GoldenSelection = {},
): Generator<GoldenContent> {
  const isWhole = selection.fields === undefined && selection.ids === undefined;
  const rows = isWhole ? wholeRows(workspace, entity) : selectedRows(workspace, entity, selection);
  for (const row of rows) yield readContent(entity, row);
}

/** Two readings side by side: looking values up record by record takes half as long again. */
function* wholeRows({ reader }: Workspace, entity: EntityName): Generator<ContentCells> {
  const values = reader
    .prepare<[], readonly [golden: string, content: string]>(
      `SELECT golden, ${concat} FROM golden_value WHERE entity = '${entity}' GROUP BY golden`,
    )
    .raw()
    .iterate();
  const records = reader
    .prepare<[], ContentCells>(
      `SELECT id, members, review_pending FROM golden_${entity} ORDER BY id`,
    )
    .raw()
    .iterate();
  try {
    let next = values.next();
    for (const [id, members, reviewPending] of records) {
      const isOwn = next.done !== true && next.value[0] === id;
      yield [id, members, reviewPending, isOwn ? next.value[1] : null];
      if (isOwn) next = values.next();
    }
    if (next.done !== true)
      throw new Error(`values of ${next.value[0]}, which is no golden record`);
  } finally {
    values.return?.();
  }
}

function selectedRows(
  { reader }: Workspace,
  entity: EntityName,
  { fields, ids, filledOnly = false }: GoldenSelection,
): IterableIterator<ContentCells> {
  const named = fields === undefined ? "" : `AND field IN (${fields.map(quoted).join(", ")})`;
  const mine = `FROM golden_value WHERE entity = '${entity}' ${named}`;
  if (filledOnly) {
    const filled = `(SELECT golden, ${concat} AS content ${mine} GROUP BY golden)`;
    const sql = `SELECT id, members, review_pending, content
      FROM ${filled} CROSS JOIN golden_${entity} ON id = golden ORDER BY golden`;
    return reader.prepare<[], ContentCells>(sql).raw().iterate();
  }
  const content = fields?.length === 0 ? "NULL" : `(SELECT ${concat} ${mine} AND golden = id)`;
  const some = ids === undefined ? "" : "WHERE id IN (SELECT value FROM json_each(?))";
  const sql = `SELECT id, members, review_pending, ${content} FROM golden_${entity} ${some} ORDER BY id`;
  const parameters = ids === undefined ? [] : [JSON.stringify(ids)];
  return reader
    .prepare<string[], ContentCells>(sql)
    .raw()
    .iterate(...parameters);
}

const quoted = (field: string): string => `'${field.replaceAll("'", "''")}'`;

function readContent(entity: EntityName, row: ContentCells): GoldenContent {
  const [id, memberTexts, reviewPending, content] = row;
  const items: Record<string, readonly string[]> = {};
  for (const pair of content === null ? [] : content.split(between)) {
    const at = pair.indexOf(within);
    items[pair.slice(0, at)] = readTexts(pair.slice(at + 1));
  }
  const members = readTexts(memberTexts);
  return { id, entity, members, reviewPending: reviewPending === 1, items };
}
