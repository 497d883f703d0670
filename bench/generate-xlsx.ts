import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { Random } from "./generator/random.ts";
import { inventWorld, type Customer } from "./generator/world.ts";
import { zipBytes } from "./generator/zip-bytes.ts";

/**
 * Writes a workbook of ROWS rows and 15 columns with names, dates and numbers as an export of a CRM
 * has them: `node bench/generate-xlsx.ts ROWS OUT.xlsx [SEED] [--inline]`. `--inline` writes the texts
 * into the cells, as programs do that stream. Equal seeds give equal bytes.
 */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { inline: { type: "boolean", default: false } },
});
const [rowsText = "200000", out = "customers.xlsx", seed = "7"] = positionals;
const rows = Number(rowsText);
const random = new Random(Number(seed));
const world = inventWorld(random, Math.ceil(rows * 0.6));

type Cell = string | number | { readonly date: number };
const headings =
  "客户编码,客户名称,统一社会信用代码,联系人,手机,邮箱,地址,行业,客户来源,客户级别,年采购额预估,负责人,部门,创建时间,最近跟进时间";

const idByText = new Map<string, number>();

/** The number of a text in the table that cells point to. */
function textId(text: string): number {
  const id = idByText.get(text) ?? idByText.size;
  idByText.set(text, id);
  return id;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function column(at: number): string {
  return String.fromCharCode(65 + at);
}

function cellXml(cell: Cell, place: string): string {
  if (typeof cell === "number") return `<c r="${place}" s="3"><v>${cell}</v></c>`;
  if (typeof cell !== "string") return `<c r="${place}" s="1"><v>${cell.date}</v></c>`;
  if (cell === "") return `<c r="${place}" s="2"/>`;
  return asked.inline
    ? `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
    : `<c r="${place}" s="3" t="s"><v>${textId(cell)}</v></c>`;
}

function rowXml(cells: readonly Cell[], row: number): string {
  const texts = cells.map((cell, at) => cellXml(cell, `${column(at)}${row}`));
  return `<row r="${row}" spans="1:${cells.length}" ht="14.25" customHeight="1" x14ac:dyDescent="0.2">${texts.join("")}</row>`;
}

function rowOf(customer: Customer, at: number): Cell[] {
  const person = random.pick(customer.people);
  const [owner, department] = customer.owner;
  return [
    `KH${String(at).padStart(7, "0")}`,
    `${customer.legalName}${customer.branch}`,
    random.chance(70) ? customer.uscc : "",
    person.name,
    random.chance(60) ? Number(person.mobile) : person.mobile,
    random.chance(50) ? person.email : "",
    customer.address,
    customer.industry,
    customer.source,
    customer.level,
    customer.annualPurchaseWan * 10_000 + random.below(100) / 100,
    owner,
    department,
    { date: 42_000 + random.below(4000) },
    { date: 45_000 + random.below(1000) + random.below(1440) / 1440 },
  ];
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pieces: Buffer[] = [];
const write = (xml: string): void => void pieces.push(Buffer.from(xml));
write(
  `${head}<worksheet xmlns="${main}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:O${rows + 1}"/><sheetData>`,
);
write(rowXml(headings.split(","), 1));
for (let at = 0; at < rows; at += 1) write(rowXml(rowOf(random.pick(world), at + 1), at + 2));
write("</sheetData></worksheet>");
const texts = [...idByText.keys()].map((text) => `<si><t>${escaped(text)}</t></si>`);
const relation = (id: number, kind: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${office}/${kind}" Target="${target}"/>`;

const parts = [
  {
    name: "[Content_Types].xml",
    content: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
  },
  {
    name: "_rels/.rels",
    content: `${head}<Relationships xmlns="${relations}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
  },
  {
    name: "xl/workbook.xml",
    content: `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="客户" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  },
  {
    name: "xl/_rels/workbook.xml.rels",
    content: `${head}<Relationships xmlns="${relations}">${relation(1, "worksheet", "worksheets/sheet1.xml")}${relation(2, "styles", "styles.xml")}${relation(3, "sharedStrings", "sharedStrings.xml")}</Relationships>`,
  },
  {
    name: "xl/styles.xml",
    content: `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="49"/><xf numFmtId="0" borderId="0"/></cellXfs></styleSheet>`,
  },
  { name: "xl/worksheets/sheet1.xml", content: Buffer.concat(pieces) },
  {
    name: "xl/sharedStrings.xml",
    content: `${head}<sst xmlns="${main}" uniqueCount="${texts.length}">${texts.join("")}</sst>`,
  },
];
writeFileSync(out, zipBytes(parts));
