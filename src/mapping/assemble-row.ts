import type { MappedRecord } from "./mapped-record.ts";

/** A record that does not yet know the rest of its row. */
export type LoneRecord = Omit<MappedRecord, "content" | "extra">;

interface FoundChild {
  readonly record: LoneRecord;
  readonly linkField?: string | undefined;
}

type Extra = MappedRecord["extra"];

/**
 * The records of a row with their links and, where there is no key, their content. Without a key
 * the content is that of the whole row: rows with equal ids are equal in everything, so it does
 * not matter which of them comes first.
 */
export function assembleRow(
  parent: LoneRecord,
  children: readonly FoundChild[],
  extra: Extra,
): MappedRecord[] {
  const rowContent = lazily(() => [
    JSON.stringify(Object.entries(extra)),
    ...[parent, ...children.map(({ record }) => record)].map(cellsOf),
  ]);
  const records = children.map(({ record, linkField }): MappedRecord => {
    const isLinked = parent.reject === undefined && linkField !== undefined;
    const content = childContent(record, isLinked ? parent.rowKey : null, rowContent);
    const child = recordOf(record, content, noExtra);
    return isLinked ? { ...child, parentLink: { field: linkField } } : child;
  });
  const [first, ...others] = records;
  // No parent: what nobody mapped stays with the first child.
  if (first !== undefined && parent.reject === "empty") return [{ ...first, extra }, ...others];
  return [recordOf(parent, childContent(parent, null, rowContent), extra), ...records];
}

const noExtra: Extra = {};

/** Written out: rows are many, and to copy whatever a record holds takes longer. */
function recordOf(
  { entity, part, rowKey, raw, reject }: LoneRecord,
  content: readonly string[],
  extra: Extra,
): MappedRecord {
  const record = { entity, part, rowKey, raw, content, extra };
  return reject === undefined ? record : { ...record, reject };
}

/** A contact of a customer with a key keeps its id when the customer's other columns change. */
function childContent(
  record: LoneRecord,
  parentKey: readonly string[] | null,
  rowContent: () => readonly string[],
): readonly string[] {
  if (record.rowKey !== null) return [];
  return [record.entity, cellsOf(record), ...(parentKey ?? rowContent())];
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Letters that no normalization and no JSON changes, without a space at either end. */
const plainText = /^[!#-[\]-~\u4e00-\u9fff](?:[ !#-[\]-~\u4e00-\u9fff]*[!#-[\]-~\u4e00-\u9fff])?$/;

/** JSON of the fields with their texts: `[["name","张三"],["title","经理"]]` */
function cellsOf({ raw }: LoneRecord): string {
  let cells = "";
  for (const field in raw) {
    cells += cells === "" ? `["${field}"` : `,["${field}"`;
    for (const text of raw[field] ?? []) cells += `,${quoted(text)}`;
    cells += "]";
  }
  return `[${cells}]`;
}

function quoted(text: string): string {
  return plainText.test(text) ? `"${text}"` : JSON.stringify(text.normalize("NFKC").trim());
}
