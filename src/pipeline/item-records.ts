import type { Normalized, NormalizedItem } from "../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { cannotBeRead, distinctItems, type FieldNormalizer } from "./normalize-field.ts";
import type { RawValues } from "./normalize-values.ts";
import { prepareNormalizers, rawReader, type Wanted } from "./table-reader.ts";
import type { TableLayout } from "./table-layout.ts";
import { ValueMemo } from "./value-memo.ts";

/** Makes records of the cells of some rows. */
export type MakeItemRecords = (rows: readonly (readonly string[])[]) => EntityRecord[];

/** Enough for a normalizer to stay in the caches of a core, and few that live when a collector runs. */
export const rowsAtOnce = 64;

/** A field whose values are read, with those of its texts that come again and again. */
interface ItemField extends Omit<FieldNormalizer, "memo"> {
  readonly memo: ValueMemo<RecordValue>;
}

/**
 * Records with what matching reads of them: items, and no changes or findings. One field of all rows
 * is read after the other: a normalizer and its tables are at hand for all of its values at once, which is
 * half of the time. The records have no ids.
 */
export function itemRecordMaker(layout: TableLayout, wanted: Wanted): MakeItemRecords {
  const readRaw = rawReader(layout, wanted.fields);
  const prepared = Array.from(prepareNormalizers(layout, wanted).values(), (field): ItemField => ({
    ...field,
    memo: new ValueMemo(),
  }));
  const { entity } = layout;
  return (rows) => {
    const raws = rows.map(readRaw);
    const all = rows.map((): Record<string, RecordValue> => ({}));
    for (const field of prepared) addField(field, raws, all);
    return all.map((values) => ({
      id: "",
      entity,
      system: "",
      sourceRow: 0,
      exportedAt: "",
      values,
      extra: {},
    }));
  };
}

function addField(
  field: ItemField,
  raws: readonly RawValues[],
  all: readonly Record<string, RecordValue>[],
): void {
  const { name } = field.field;
  for (let at = 0; at < raws.length; at += 1) {
    const texts = raws[at]?.[name];
    const values = all[at];
    if (texts === undefined || values === undefined) continue;
    const value = valueOf(texts, field);
    if (value.items.length > 0) values[name] = value;
  }
}

const repairs = "safe";
const options = { repairs } as const;

function valueOf(texts: readonly string[], field: ItemField): RecordValue {
  const [text] = texts;
  if (text === undefined || texts.length > 1) return readValue(texts, field);
  return field.memo.get(text, repairs) ?? field.memo.put(text, repairs, readValue(texts, field));
}

const noFindings: readonly string[] = [];
const noItems: readonly NormalizedItem[] = [];
const nothing: RecordValue = { items: noItems, findings: noFindings };

function readValue(texts: readonly string[], field: ItemField): RecordValue {
  const all = distinctItems(resultsOf(texts, field));
  if (all.length === 0) return nothing;
  const items = field.field.list || all.length === 1 ? all : all.slice(0, 1);
  return { items, findings: noFindings };
}

/** What was read of the texts; an empty one has no items, and a field of several columns many of them. */
function resultsOf(
  texts: readonly string[],
  { normalizer, context, onInvalid }: ItemField,
): Normalized[] {
  const results: Normalized[] = [];
  for (const text of texts) {
    if (text === "") continue;
    const result = normalizer.normalize(text, context, options);
    if (onInvalid !== "set_null" || !cannotBeRead(result)) results.push(result);
  }
  return results;
}
