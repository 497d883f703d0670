/**
 * A workbook of one sheet of text, written piece by piece (ECMA-376 part 1). Every cell is an
 * inline string, so no digit and no leading zero is lost; header in bold and frozen.
 */
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

export const mostRows = 1_048_576;
export const mostColumns = 16_384;
export const mostLetters = 32_767;

/** The part of the package that `sheetStart`, `rowXml` and `sheetEnd` fill. */
export const sheetPart = "xl/worksheets/sheet1.xml";

/** All parts but the sheet, name and content. */
export function workbookParts(sheetName: string): readonly (readonly [string, string])[] {
  return [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/${sheetPart}" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ];
}

export const sheetStart: string = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const sheetEnd = "</sheetData></worksheet>";

/** `0` -> `A`, `27` -> `AB` */
function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

/** Writes rows; what stands before each cell of a column is made once. */
export class RowXml {
  private readonly columns: readonly string[];

  constructor(width: number) {
    this.columns = Array.from({ length: width }, (_, index) => `<c r="${columnLetters(index)}`);
  }

  /** One row; blank cells take no room. The header is row 1. */
  write(cells: readonly string[], row: number): string {
    const behind = `${row}" s="${row === 1 ? 2 : 1}" t="inlineStr"><is><t xml:space="preserve">`;
    let xml = `<row r="${row}">`;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at] ?? "";
      if (cell !== "") xml += `${this.columns[at] ?? ""}${behind}${escapeXml(cell)}</t></is></c>`;
    }
    return `${xml}</row>`;
  }
}

const special = /[&<>"\u0000-\u0008\u000b-\u001f\ud800-\udfff\ufffe\uffff]|_(?=x[\dA-Fa-f]{4}_)/;
const everySpecial = new RegExp(/[\ud800-\udbff][\udc00-\udfff]|/.source + special.source, "g");
const named: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Letters that XML has no way to say are written `_x0000_`, as Excel writes them. */
function escapeXml(text: string): string {
  if (!special.test(text)) return text;
  return text.replace(everySpecial, (letter) => {
    if (letter.length === 2) return letter;
    const code = letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return named[letter] ?? `_x${code}_`;
  });
}
