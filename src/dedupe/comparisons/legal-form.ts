import { intAt } from "../element-at.ts";
import { lastCompanyForm } from "../features/form-number.ts";
import { slotOf, type ComparedTable } from "../compared-table.ts";
import { codeOf, levelOf, type Comparison, type LevelCodes } from "./comparison.ts";
import { nameLevels } from "./company-name/name-levels.ts";

// Where the names say nothing reliable about the form, or said it already.
const spoken = [
  nameLevels.alias,
  nameLevels.cut,
  nameLevels.spelling,
  nameLevels.placed,
  nameLevels.near,
].reduce((bits, level) => bits | (1 << level), 0);

/** Where the comparison of trades stands, and its level of equal ones. */
const industryIndex = 2;
const equalTrade = 1;

/**
 * Compares organisation forms. 有限公司 and 股份有限公司 of one core are mixed up, or one became the
 * other (股改); a company and a shop are two kinds of business. A group (集团) beside a company that is
 * none is its parent as often as the same.
 */
export const legalForm: Comparison = {
  name: "form",
  field: "legal_name",
  levels: ["missing", "equal", "compatible", "differ", "group"],
  bind(table) {
    const { cells } = table;
    const slot = slotOf(table, "form");
    const isBesideGroup = groupTest(table);
    return (left, right, codes) => {
      if ((spoken & (1 << levelOf(intAt(codes, 0)))) !== 0) return 0;
      if (isBesideGroup(left, right, codes)) return 4;
      const form = intAt(cells, left + slot);
      const other = intAt(cells, right + slot);
      if (form === 0 || other === 0) return 0;
      if (form === other) return codeOf(1, 0);
      return form <= lastCompanyForm && other <= lastCompanyForm ? 2 : 3;
    };
  },
};

/**
 * Tests whether one of two is a group (集团) and the other is not. A name of the same trade that leaves
 * its form out may have left the group out with it: 华宸机械 beside 华宸机械集团有限公司.
 */
export function groupTest(
  table: ComparedTable,
): (left: number, right: number, codes: LevelCodes) => boolean {
  const { cells } = table;
  const slot = slotOf(table, "form");
  const groupSlot = slotOf(table, "isGroup");
  return (left, right, codes) => {
    if (cells[left + groupSlot] === cells[right + groupSlot]) return false;
    const member = cells[left + groupSlot] === 0 ? left : right;
    return cells[member + slot] !== 0 || levelOf(intAt(codes, industryIndex)) !== equalTrade;
  };
}
