/** Whether a text has no other letters than the common Han letters, U+4E00 to U+9FFF: `"华宸"`, `""` -> true */
export function isPlainHan(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff) return false;
  }
  return true;
}
