/** `24894` -> `"24,894"`: thousands commas, the same in every language. */
export function formatCount(value: number): string {
  return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ",");
}

/** `912` -> `"91.2"`: tenths of a point as a score or a percentage; `null` -> `"-"`, not measured */
export function formatTenths(tenths: number | null): string {
  return tenths === null ? "-" : (tenths / 10).toFixed(1);
}

/** `22` -> `"+2.2"`, `-5` -> `"-0.5"`, `0` -> `"0.0"`: a change in tenths of a point; `null` -> `"-"` */
export function formatChange(tenths: number | null): string {
  return `${tenths !== null && tenths > 0 ? "+" : ""}${formatTenths(tenths)}`;
}

/** `formatShare(7, 8)` -> `"87.5%"`, rounded down; `"-"` of nothing */
export function formatShare(part: number, whole: number): string {
  return whole === 0 ? "-" : `${formatTenths(Math.floor((part * 1000) / whole))}%`;
}

/** `900` -> `"0.9s"`, `124000` -> `"2m 04s"`, `7260000` -> `"2h 01m"` */
export function formatDuration(ms: number): string {
  if (ms < 59_950) return `${(ms / 1000).toFixed(1)}s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m ${twoDigits(seconds % 60)}s`;
  return `${Math.floor(minutes / 60)}h ${twoDigits(minutes % 60)}m`;
}

/** `9000` -> `"9.0"`: milli-bits as a match weight in bits */
export function formatWeight(milliBits: number): string {
  return (milliBits / 1000).toFixed(1);
}

/** `987` -> `"98.7%"`: thousandths as a probability */
export function formatPerMille(perMille: number): string {
  return `${formatTenths(perMille)}%`;
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");
