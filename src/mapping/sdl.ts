import { GoldpanError } from "../errors.ts";
import { guessEntity, recogniseColumns } from "../importers/heading-alias.ts";
import type { EntityName, Model } from "../model/entity.ts";
import { draftFields } from "./draft-fields.ts";
import { draftText, type DraftField } from "./mapping-draft.ts";

/** One side of a line to the other: a column, or a constant in quotes, and a Salesforce field. */
interface SdlLine {
  readonly column: string;
  readonly target: string;
}

/** Where the converted mapping is to be used. */
export interface SdlUse {
  readonly files: readonly string[];
  readonly system: string;
}

/**
 * A mapping file of Salesforce Data Loader (.sdl, Java properties) as a source mapping in YAML.
 * Reads both ways: `COLUMN=Field` for inserts, `Field=COLUMN` for extracts. Fields that we do not
 * have are named in a comment. Throws MAPPING_NOT_SDL for a line that is none.
 */
export function convertSdl(text: string, file: string, use: SdlUse, model: Model): string {
  const lines = directed(readLines(text, file), model);
  const entity = guessEntity(
    lines.map(({ target }) => headingOf(target)),
    model,
  ).entity;
  const known = lines.map((line) => ({ line, field: fieldOf(line.target, entity, model) }));
  const guesses = known.flatMap(({ line, field }) =>
    field === undefined || isConstant(line)
      ? []
      : [{ column: line.column, field, confidence: "heading" as const }],
  );
  const constants = known.flatMap(({ line, field }): DraftField[] =>
    field !== undefined && isConstant(line)
      ? [{ field, from: [], const: line.column.slice(1, -1) }]
      : [],
  );
  const used = new Set(guesses.map(({ column }) => column));
  const unknown = known.filter(({ line, field }) => field === undefined && !used.has(line.column));
  const key = guesses.find(({ field }) => field === "source_code");
  return draftText({
    ...use,
    entity,
    rowKey: key === undefined ? [] : [key.column],
    fields: [...draftFields(guesses, entity, model), ...constants],
    children: [],
    unmapped: [...new Set(unknown.map(({ line }) => line.column))],
  });
}

function isConstant({ column }: SdlLine): boolean {
  return column.length > 1 && column.startsWith('"') && column.endsWith('"');
}

/** One line for each target; lines with an empty side map nothing. */
function readLines(text: string, file: string): SdlLine[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*(?:[#!]|$)/.test(line)) return [];
    const [, left, right] = /^((?:\\.|[^\\=])*)=(.*)$/.exec(line) ?? [];
    if (left === undefined || right === undefined) {
      const place = { file, row: index + 1 };
      throw new GoldpanError("MAPPING_NOT_SDL", { file, row: index + 1 }, { place });
    }
    const column = unescape(left).trim();
    const targets = right.split(",").map((each) => unescape(each).trim());
    return targets
      .filter((target) => target !== "" && column !== "")
      .map((target) => ({ column, target }));
  });
}

/** Java properties: `\:` `\=` `\ ` and `\uXXXX`. */
function unescape(text: string): string {
  return text.replaceAll(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code?: string, letter?: string) =>
    code === undefined ? (letter ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Extracts stand the other way round: the side that knows more of our fields is Salesforce. */
function directed(lines: readonly SdlLine[], model: Model): readonly SdlLine[] {
  const knownOn = (side: keyof SdlLine): number =>
    guessEntity(
      lines.map((line) => headingOf(line[side])),
      model,
    ).known;
  if (knownOn("column") <= knownOn("target")) return lines;
  return lines.map(({ column, target }) => ({ column: target, target: column }));
}

function fieldOf(target: string, entity: EntityName, model: Model): string | undefined {
  const names = [target, headingOf(target), `${target.split(":")[0] ?? ""}Id`];
  return recogniseColumns(names, model, entity).find((each) => each !== undefined)?.field;
}

/** `LastName` is known as "Last Name". */
function headingOf(target: string): string {
  return target.replaceAll(/([a-z])([A-Z])/g, "$1 $2");
}
