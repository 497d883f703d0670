import { zipBytes, type ZipPart } from "./zip-bytes.ts";

/** A sheet of a hand-made workbook: its XML from `<sheetData>` on, or whole when it begins with `<?xml`. */
export interface SheetText {
  readonly name: string;
  readonly xml: string;
  readonly state?: string;
}

interface WorkbookText {
  readonly sheets: readonly SheetText[];
  /** `<si>` elements, or whole when it begins with `<?xml`. */
  readonly strings?: string;
  /** What stands within `<styleSheet>`. */
  readonly styles?: string;
  readonly date1904?: boolean;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packaged = "http://schemas.openxmlformats.org/package/2006/relationships";

const whole = (xml: string, wrap: (xml: string) => string): string =>
  xml.startsWith("<?xml") ? xml : head + wrap(xml);

function relation(id: string, kind: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
}

function relations(inner: string): string {
  return `${head}<Relationships xmlns="${packaged}">${inner}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${type}+xml"/>`;
  const parts = [
    override("workbook", "sheet.main"),
    override("styles", "styles"),
    override("sharedStrings", "sharedStrings"),
    ...Array.from({ length: sheets }, (_, at) =>
      override(`worksheets/sheet${at + 1}`, "worksheet"),
    ),
  ];
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${parts.join("")}</Types>`;
}

/** The parts of a workbook as most programs write them; a test changes or leaves out what it is about. */
export function workbookParts(book: WorkbookText): ZipPart[] {
  const { sheets, strings, styles, date1904 = false } = book;
  const listed = sheets.map(
    ({ name, state = "visible" }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="rId${at + 1}"/>`,
  );
  const links = sheets.map((_, at) =>
    relation(`rId${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  links.push(
    relation("rIdS", "styles", "styles.xml"),
    relation("rIdT", "sharedStrings", "sharedStrings.xml"),
  );
  const parts: ZipPart[] = [
    { name: "[Content_Types].xml", content: contentTypes(sheets.length) },
    {
      name: "_rels/.rels",
      content: relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    },
    {
      name: "xl/workbook.xml",
      content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${listed.join("")}</sheets></workbook>`,
    },
    { name: "xl/_rels/workbook.xml.rels", content: relations(links.join("")) },
  ];
  sheets.forEach(({ xml }, at) => {
    const content = whole(xml, (inner) => `<worksheet xmlns="${main}">${inner}</worksheet>`);
    parts.push({ name: `xl/worksheets/sheet${at + 1}.xml`, content });
  });
  if (styles !== undefined)
    parts.push({
      name: "xl/styles.xml",
      content: `${head}<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    });
  if (strings !== undefined) {
    const content = whole(strings, (inner) => `<sst xmlns="${main}">${inner}</sst>`);
    parts.push({ name: "xl/sharedStrings.xml", content });
  }
  return parts;
}

/** The same as the bytes of an .xlsx. */
export function workbookBytes(book: WorkbookText): Buffer {
  return zipBytes(workbookParts(book));
}

/** `<numFmts>` and `<cellXfs>` for these codes or built-in numbers: style 0 is plain, style 1 the first of them ... */
export function stylesFor(...formats: readonly (string | number)[]): string {
  const codes = formats.map((format, at) => ({
    id: typeof format === "number" ? format : 164 + at,
    format,
  }));
  const written = codes.filter(({ format }) => typeof format === "string");
  const numFmts = written.map(
    ({ id, format }) =>
      `<numFmt numFmtId="${id}" formatCode="${String(format).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}"/>`,
  );
  const xfs = codes.map(({ id }) => `<xf numFmtId="${id}" applyNumberFormat="1"/>`);
  return `<numFmts count="${written.length}">${numFmts.join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${xfs.join("")}</cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0"/></dxf></dxfs>`;
}
