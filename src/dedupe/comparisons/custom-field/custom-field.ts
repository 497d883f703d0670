import type { FieldComparison } from "../../../model/entity.ts";
import type { ComparedTable } from "../../compared-table.ts";
import type { PackedCustomField } from "../../packed-records.ts";
import { codeOf, type Comparison, type LevelCode } from "../comparison.ts";
import { sharedValue } from "../shared-value.ts";
import { customLevels } from "./custom-levels.ts";
import { bindDateParts } from "./date-parts.ts";
import { bindNear, digitEdits, textEdits } from "./near-values.ts";
import { bindSwapped } from "./swapped-names.ts";
import { bindWords, noWords } from "./word-comparison.ts";

const levelsBy: Readonly<Record<FieldComparison, readonly string[]>> = {
  exact: ["missing", "equal", "differ"],
  number: ["missing", "equal", "differ", "near"],
  text: ["missing", "equal", "differ", "near", "contains", "overlap"],
  name: ["missing", "equal", "differ", "near", "contains", "overlap", "swapped"],
  date: ["missing", "equal", "differ", "near", "", "", "", "parts"],
};

/**
 * Compares a custom field that identifies. `exact` knows equal and not equal; the others forgive
 * slips: a letter or two in a text or name, one digit in a date or number. Texts and names may also
 * hold all words of each other ("Arnie Morton's" and "Arnie Morton's of Chicago") or most of them, by
 * what these tell; but two numbers are no slip of each other: 12 Main Street is not 14 Main Street.
 * Names may stand in each other's field, and dates agree in two of their three parts.
 */
export function customField(
  { name, compare }: PackedCustomField,
  others: readonly PackedCustomField[] = [],
): Comparison {
  const column = `custom.${name}`;
  const exact = sharedValue(column, name);
  const comparison = { name: column, field: name, levels: levelsBy[compare] };
  if (compare === "exact") return { ...exact, ...comparison };
  const names = others.filter((each) => each.compare === "name" && each.name !== name);
  return {
    ...comparison,
    bind(table) {
      const compareExactly = exact.bind(table);
      const compareNearly = bindNearly(table, { name, compare }, names);
      return (left, right, codes) => {
        const code = compareExactly(left, right, codes);
        return code === customLevels.differ ? compareNearly(left, right) : code;
      };
    },
  };
}

type CompareNearly = (left: number, right: number) => LevelCode;

function bindNearly(
  table: ComparedTable,
  { name, compare }: PackedCustomField,
  names: readonly PackedCustomField[],
): CompareNearly {
  const column = `custom.${name}`;
  const isWorded = compare === "text" || compare === "name";
  const near = bindNear(table, column, isWorded ? textEdits : digitEdits);
  const words = isWorded ? bindWords(table, `words.${name}`, compare) : noWords;
  const swapped = compare === "name" ? bindSwapped(table, column, names) : () => -1;
  const parts = compare === "date" ? bindDateParts(table, column) : () => -1;
  return (left, right) => {
    if (words.haveOtherNumbers(left, right)) return customLevels.differ;
    const rarity = near(left, right);
    if (rarity >= 0) return codeOf(customLevels.near, rarity);
    const shared = words.shared(left, right);
    if (shared !== 0) return shared;
    const elsewhere = swapped(left, right);
    if (elsewhere >= 0) return codeOf(customLevels.swapped, elsewhere);
    const part = parts(left, right);
    return part < 0 ? customLevels.differ : codeOf(customLevels.parts, part);
  };
}
