/** What people write into a cell to say that there is nothing. */
const placeholder = /^(?:[-_/\\.*?—–·、]+|无|暂无|没有|空|未知|n\/?a|null|none|nil)$/i;

/** `isBlankCell(" - ")` -> true, `isBlankCell("0")` -> false */
export function isBlankCell(cell: string): boolean {
  const text = cell.trim();
  return text === "" || placeholder.test(text);
}
