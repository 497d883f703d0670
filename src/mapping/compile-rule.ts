import { isBlankCell } from "./blank-cell.ts";
import type { FieldRule } from "./source-mapping.ts";

/** Finds the cell of a column by its heading; undefined when the table has no such column. */
export type ColumnIndex = (column: string) => number | undefined;

/** A field rule with its columns looked up once for the whole table. */
export interface CompiledRule {
  readonly field: string;
  readonly required: boolean;
  /** The raw values of the field in a row; blank cells give none. */
  readonly read: (cells: readonly string[]) => readonly string[];
}

/** Prepares a rule for a table; columns that the table does not have give no value. */
export function compileRule(
  field: string,
  rule: FieldRule,
  isList: boolean,
  indexOf: ColumnIndex,
): CompiledRule {
  const { required } = rule;
  if (rule.const !== undefined) {
    const constant = [rule.const];
    return { field, required, read: () => constant };
  }
  const indexes = rule.from.map(indexOf).filter((index) => index !== undefined);
  const translate = translation(rule.values);
  const [only, second] = indexes;
  if (only !== undefined && second === undefined) {
    return { field, required, read: (cells) => readOne(cells[only] ?? "", translate) };
  }
  const texts = (cells: readonly string[]): string[] => {
    const found: string[] = [];
    for (const index of indexes) {
      const cell = cells[index] ?? "";
      if (cell.trim() !== "") found.push(translate(cell));
    }
    return found;
  };
  return { field, required, read: (cells) => gather(texts(cells), rule.join, isList) };
}

const noTexts: readonly string[] = [];

/** Nine rules in ten have one column. */
function readOne(cell: string, translate: (cell: string) => string): readonly string[] {
  return cell === "" || cell.trim() === "" ? noTexts : [translate(cell)];
}

/** Joined to one text, all of a list, else the first that says something. */
function gather(texts: string[], join: string | undefined, isList: boolean): readonly string[] {
  if (texts.length <= 1) return texts;
  if (join !== undefined) return [texts.map((text) => text.trim()).join(join)];
  if (isList) return texts;
  return [texts.find((text) => !isBlankCell(text)) ?? texts[0] ?? ""];
}

function translation(values: FieldRule["values"]): (cell: string) => string {
  if (values === undefined) return (cell) => cell;
  const byText = new Map(Object.entries(values).map(([from, to]) => [foldValue(from), to]));
  return (cell) => byText.get(foldValue(cell)) ?? cell;
}

function foldValue(text: string): string {
  return text.normalize("NFKC").trim();
}
