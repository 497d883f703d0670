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
  const row = [parent, ...children.map(({ record }) => record)];
  const rowContent = (): string[] => [JSON.stringify(Object.entries(extra)), ...row.map(cellsOf)];
  const withContent = (record: LoneRecord): MappedRecord => ({
    ...record,
    content: record.rowKey === null ? [record.entity, cellsOf(record), ...rowContent()] : [],
    extra: {},
  });
  const [first, ...others] = children.map(({ record, linkField }) =>
    parent.reject === undefined && linkField !== undefined
      ? linkedChild(withContent(record), parent, linkField)
      : withContent(record),
  );
  const main = { ...withContent(parent), extra };
  if (first === undefined) return [main];
  // No parent: what nobody mapped stays with the first child.
  return parent.reject === "empty" ? [{ ...first, extra }, ...others] : [main, first, ...others];
}

/** A contact of a customer with a key keeps its id when the customer's other columns change. */
function linkedChild(child: MappedRecord, parent: LoneRecord, field: string): MappedRecord {
  const parentLink = { field };
  if (child.rowKey !== null || parent.rowKey === null) return { ...child, parentLink };
  return { ...child, content: [child.entity, cellsOf(child), ...parent.rowKey], parentLink };
}

function cellsOf({ raw }: LoneRecord): string {
  const cells = Object.entries(raw).map(([field, texts]) => [
    field,
    ...texts.map((text) => text.normalize("NFKC").trim()),
  ]);
  return JSON.stringify(cells);
}
