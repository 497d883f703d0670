import type { Field } from "../model/entity.ts";
import type { Normalized, NormalizedItem } from "../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../model/record.ts";
import { cannotBeRead, distinctItems, type FieldNormalizer } from "./normalize-field.ts";
import { prepareNormalizers, rawReader, type Wanted } from "./table-reader.ts";
import type { TableLayout } from "./table-layout.ts";
import { ValueMemo } from "./value-memo.ts";

/** Makes records of the cells of some rows. */
export type MakeItemRecords = (rows: readonly (readonly string[])[]) => EntityRecord[];

/** Enough for a normalizer to stay in the caches of a core, and few that live when a collector runs. */
export const rowsAtOnce = 256;

/** A field whose values are read, with those of its texts that come again and again. */
interface ItemField<Seen> extends Omit<FieldNormalizer, "memo"> {
  readonly texts: (seen: Seen) => readonly string[] | undefined;
  readonly memo: ValueMemo<RecordValue>;
}

/**
 * Records with what matching reads of them: items, and no changes or findings. One field of all rows
 * is read after the other: a normalizer and its tables are at hand for all of its values at once, which is
 * half of the time. The records have no ids.
 */
export function itemRecordMaker(layout: TableLayout, wanted: Wanted): MakeItemRecords {
  const { textsOf } = layout;
  if (textsOf !== undefined && layout.entity !== "contact") {
    const seeCells = (cells: readonly string[]): readonly string[] => cells;
    return recordMaker(layout, wanted, seeCells, textsOf);
  }
  const readRaw = rawReader(layout, wanted.fields);
  return recordMaker(
    layout,
    wanted,
    readRaw,
    ({ name }) =>
      (raw) =>
        raw[name],
  );
}

/** `see` prepares once a row what the texts of its fields are read from. */
function recordMaker<Seen>(
  layout: TableLayout,
  wanted: Wanted,
  see: (cells: readonly string[]) => Seen,
  textsOf: (field: Field) => ItemField<Seen>["texts"],
): MakeItemRecords {
  const prepared = Array.from(prepareNormalizers(layout, wanted).values(), (field) => ({
    ...field,
    texts: textsOf(field.field),
    memo: new ValueMemo<RecordValue>(),
  }));
  // Records that have all fields from the start are all alike to the engine.
  const empty = Object.fromEntries(prepared.map(({ field }) => [field.name, nothing]));
  const { entity } = layout;
  return (rows) => {
    const seen = rows.map(see);
    const all = rows.map((): Record<string, RecordValue> => ({ ...empty }));
    for (const field of prepared) addField(field, seen, all);
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

function addField<Seen>(
  field: ItemField<Seen>,
  rows: readonly Seen[],
  all: readonly Record<string, RecordValue>[],
): void {
  const { name } = field.field;
  rows.forEach((row, at) => {
    const values = all[at];
    const texts = field.texts(row);
    if (texts !== undefined && values !== undefined) values[name] = valueOf(texts, field);
  });
}

const repairs = "safe";
const options = { repairs } as const;

function valueOf(texts: readonly string[], field: ValueReading): RecordValue {
  const text = onlyText(texts);
  if (text === "") return nothing;
  if (text === undefined) return valueOfAll(texts, field);
  return field.memo.get(text, repairs) ?? field.memo.put(text, repairs, valueOfAll([text], field));
}

/** The only text that says something, "" where none does, and undefined where several do. */
function onlyText(texts: readonly string[]): string | undefined {
  let only = "";
  for (const text of texts) {
    if (text === "") continue;
    if (only !== "") return undefined;
    only = text;
  }
  return only;
}

/** A field without what says where its texts stand. */
type ValueReading = Omit<ItemField<never>, "texts">;

const noFindings: readonly string[] = [];
const noItems: readonly NormalizedItem[] = [];
const nothing: RecordValue = { items: noItems, findings: noFindings };

function valueOfAll(texts: readonly string[], field: ValueReading): RecordValue {
  const all = distinctItems(resultsOf(texts, field));
  if (all.length === 0) return nothing;
  const items = field.field.list || all.length === 1 ? all : all.slice(0, 1);
  return { items, findings: noFindings };
}

const noResults: readonly Normalized[] = [];

/** What was read of the texts; an empty one has no items, and a field of several columns many of them. */
function resultsOf(texts: readonly string[], field: ValueReading): readonly Normalized[] {
  const [text = "", second] = texts;
  if (second !== undefined) return texts.flatMap((each) => resultsOf([each], field));
  if (text === "") return noResults;
  const result = field.normalizer.normalize(text, field.context, options);
  return field.onInvalid === "set_null" && cannotBeRead(result) ? noResults : [result];
}
