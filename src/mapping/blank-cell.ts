import { missingCode } from "../normalize/missing-value.ts";

/** Nothing, or what people write for nothing: `isBlankCell(" 无 ")` -> true, `isBlankCell("0")` -> false */
export function isBlankCell(cell: string): boolean {
  return missingCode(cell) !== undefined;
}
