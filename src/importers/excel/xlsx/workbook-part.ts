import { elementsOf } from "./elements.ts";
import type { PackageParts, Relation } from "./package-parts.ts";

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  /** Hidden, or "very hidden", which Excel's menus do not show at all. */
  readonly isHidden: boolean;
  /** Name of its part; undefined for charts, dialogs and macro sheets, which have no rows. */
  readonly part: string | undefined;
}

/** What the main part of the package says, and where the parts are that belong to it. */
export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
  readonly styles: string | undefined;
  readonly sharedStrings: string | undefined;
}

/**
 * Reads the list of sheets (ECMA-376 part 1, 18.2). Where a relation is missing the parts are found by
 * the names that all programs give them. undefined when the package holds no workbook in XML.
 */
export async function readWorkbookPart(parts: PackageParts): Promise<WorkbookPart | undefined> {
  const main = await findMainPart(parts);
  if (main === undefined) return undefined;
  const relations = await parts.relationsOf(main);
  const content = await parts.content(main);
  const sheets = [...listedSheets(content, relations, parts)];
  const named = (kind: string, usual: string): string | undefined =>
    [relations.find((each) => each.kind === kind)?.target, usual].find(
      (name) => name !== undefined && parts.has(name),
    );
  return {
    sheets,
    date1904: countsFrom1904(content),
    styles: named("styles", "xl/styles.xml"),
    sharedStrings: named("sharedStrings", "xl/sharedStrings.xml"),
  };
}

async function findMainPart(parts: PackageParts): Promise<string | undefined> {
  const relations = await parts.relationsOf("");
  const said = relations.find(({ kind }) => kind === "officeDocument")?.target;
  const found = [said, "xl/workbook.xml"].find((name) => name !== undefined && parts.has(name));
  const name = found ?? parts.names.find((each) => /(?:^|\/)workbook\d*\.xml$/i.test(each));
  return name !== undefined && /\.xml$/i.test(name) ? name : undefined;
}

function* listedSheets(
  content: Buffer,
  relations: readonly Relation[],
  parts: PackageParts,
): Generator<ListedSheet> {
  const usual = usualSheets(parts);
  let at = 0;
  for (const { name, attribute } of elementsOf(content)) {
    if (name !== "sheet") continue;
    const relation = relations.find(({ id }) => id === attribute("id"));
    const state = attribute("state") ?? "visible";
    yield {
      name: attribute("name") ?? `Sheet${at + 1}`,
      isHidden: state === "hidden" || state === "veryHidden",
      part: relation === undefined ? usual[at] : partOf(relation),
    };
    at += 1;
  }
}

function partOf({ kind, target }: Relation): string | undefined {
  return kind === "worksheet" ? target : undefined;
}

/** `sheet1.xml`, `sheet2.xml` ...: what programs call their sheets, in the order of their numbers. */
function usualSheets(parts: PackageParts): string[] {
  const number = (name: string): number => Number(/(\d+)\.xml$/i.exec(name)?.[1]);
  return parts.names
    .filter((name) => /(?:^|\/)worksheets\/sheet\d+\.xml$/i.test(name))
    .toSorted((a, b) => number(a) - number(b));
}

function countsFrom1904(content: Buffer): boolean {
  for (const { name, attribute } of elementsOf(content)) {
    if (name === "workbookPr") return ["1", "true", "on"].includes(attribute("date1904") ?? "");
  }
  return false;
}
