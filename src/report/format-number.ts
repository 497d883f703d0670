/** `24894` -> `"24,894"`: thousands commas, the same in every language. */
export function formatCount(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}
