/** `countOf(1, "row")` -> `"1 row"`, `countOf(2, "row")` -> `"2 rows"` */
export function countOf(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
