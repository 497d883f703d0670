const token = /\[(h+|m+|s+)\]|"([^"]*)"|\\(.)|(h+|m+|s+)|(\.0+)|([^;])/giu;

/**
 * A length of time as its format shows it. `1.25` with `[h]:mm` -> `"30:00"`; undefined for a
 * format that shows more than hours, minutes and seconds.
 */
export function elapsedText(serial: number, code: string): string | undefined {
  const [section = ""] = code.split(";");
  const decimals = /\.(0+)/.exec(section)?.[1]?.length ?? 0;
  const total = Math.round(serial * 86_400 * 10 ** decimals);
  const seconds = Math.floor(total / 10 ** decimals);
  const fraction = String(total % 10 ** decimals).padStart(decimals, "0");
  if (!Number.isSafeInteger(total) || /[ydeg]|am\/pm|上午/i.test(section)) return undefined;
  return section.replaceAll(token, (whole, ...groups: (string | undefined)[]) => {
    const [counted, quoted, escaped, part, point] = groups;
    if (counted !== undefined) return padded(seconds / secondsIn(counted), counted.length);
    if (part !== undefined) {
      return padded((seconds / secondsIn(part)) % (/^h/i.test(part) ? 24 : 60), part.length);
    }
    return point === undefined ? (quoted ?? escaped ?? whole) : `.${fraction}`;
  });
}

function secondsIn(letters: string): number {
  if (/^h/i.test(letters)) return 3600;
  return /^m/i.test(letters) ? 60 : 1;
}

function padded(value: number, width: number): string {
  return String(Math.floor(value)).padStart(width, "0");
}
