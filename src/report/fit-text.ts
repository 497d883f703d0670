import stringWidth from "string-width";

const letters = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** Where a text that is too wide loses its letters: paths at the start, the rest at the end. */
export type Cut = "start" | "end";

/**
 * The text in at most `width` columns, with `...` where letters were taken; a wide letter is never cut
 * in two. `fitText("华宸精密技术", 9)` -> `"华宸精..."`, `fitText("exports/crm.csv", 10, "start")` -> `"...crm.csv"`
 */
export function fitText(text: string, width: number, cut: Cut = "end"): string {
  if (stringWidth(text) <= width) return text;
  const room = width - 3;
  const parts = Array.from(letters.segment(text), ({ segment }) => segment);
  if (cut === "start") parts.reverse();
  const kept: string[] = [];
  let used = 0;
  for (const part of parts) {
    used += stringWidth(part);
    if (used > room) break;
    kept.push(part);
  }
  return cut === "start" ? `...${kept.reverse().join("")}` : `${kept.join("")}...`;
}

/** The text with line breaks and other control letters as spaces, so that it stays on its line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}

/** The text with spaces up to `width` columns. */
export function padText(text: string, width: number, align: "left" | "right"): string {
  const space = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? space + text : text + space;
}
