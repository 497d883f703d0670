import { builtInFormat, numberFormatOf, plain, type NumberFormat } from "../number-format.ts";
import { elementsOf } from "./elements.ts";

/** Formats by the number that cells carry; a style that is not there is plain. */
export type CellFormats = readonly NumberFormat[];

/**
 * What `styles.xml` says of numbers (ECMA-376 part 1, 18.8): for each entry of `cellXfs` the kind of
 * its number format. Formats of other parts of the file (`dxfs`, `cellStyleXfs`) are not mixed in.
 */
export function readCellFormats(content: Buffer): CellFormats {
  const codeById = new Map<number, string>();
  const ids: number[] = [];
  let section = "";
  for (const { name, depth, attribute } of elementsOf(content)) {
    if (depth === 1) section = name;
    const id = Number(attribute("numFmtId") ?? 0);
    if (depth !== 2) continue;
    if (section === "numFmts") codeById.set(id, attribute("formatCode") ?? "General");
    if (section === "cellXfs") ids.push(id);
  }
  return formatsOf(ids, codeById);
}

/** One object for each different format, however many styles use it. */
function formatsOf(ids: readonly number[], codeById: ReadonlyMap<number, string>): CellFormats {
  const formatById = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const format = formatById.get(id) ?? numberFormatOf(codeById.get(id) ?? builtInFormat(id));
    formatById.set(id, format);
    return format;
  });
}

/** The format of a cell's style. */
export function formatOf(formats: CellFormats, style: number): NumberFormat {
  return formats[style] ?? plain;
}
