/** Whether a code is a common Han letter, U+4E00 to U+9FFF, an ASCII letter or a digit: those have one form only. */
export function isPlainLetter(code: number): boolean {
  const lower = code | 0x20;
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (lower >= 0x61 && lower <= 0x7a) ||
    (code >= 0x30 && code <= 0x39)
  );
}
