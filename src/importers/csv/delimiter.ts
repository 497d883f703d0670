const candidates = [",", "\t", ";", "|", "，"] as const;

export interface TextLayout {
  readonly delimiter: string;
  /** Lines before the table: Excel's `sep=;`. */
  readonly skippedLines: number;
}

/**
 * The letter between the cells: the one that most of the first lines hold equally often.
 * `"a;b;c\n1;2;3"` -> `;`. Text with none of them is a table of one column.
 */
export function findDelimiter(sample: string): TextLayout {
  const named = /^sep=(.)\r?\n/i.exec(sample);
  if (named?.[1] !== undefined) return { delimiter: named[1], skippedLines: 1 };
  const lines = withoutDecoration(sample)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .slice(0, 50);
  const ranked = candidates
    .map((delimiter, order) => ({ delimiter, order, score: agreement(lines, delimiter) }))
    .toSorted((a, b) => b.score - a.score || a.order - b.order);
  const [best] = ranked;
  return {
    delimiter: best === undefined || best.score === 0 ? "," : best.delimiter,
    skippedLines: 0,
  };
}

/**
 * Without what is no delimiter: quoted cells, and the TAB that front ends put behind each cell
 * lest Excel shows an exponent.
 */
function withoutDecoration(text: string): string {
  return text.replace(/"(?:[^"]|"")*"/g, "x").replace(/\t+(?=[,;|，])/g, "");
}

/** Lines that agree on the commonest count above zero, times a little for more columns. */
function agreement(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
  }
  const scores = [...counts].map(([count, share]) => share * 10 + Math.min(count, 9));
  return Math.max(0, ...scores);
}
