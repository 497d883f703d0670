import { open } from "node:fs/promises";
import { isChatText } from "./chat-text/message-lines.ts";
import { encodingOfMark, encodingOfZeros } from "./encoding.ts";

/** What a file's content is, whatever its name says. */
export type ContentKind =
  | "empty"
  | "xlsx"
  | "xlsb"
  | "ods"
  | "xls"
  | "spreadsheetml"
  | "html"
  | "dbf"
  | "csv"
  | "json"
  | "sqlite"
  | "chat-text"
  | "call-log"
  | "vcard"
  | "mbox"
  | "eml"
  | "msg"
  | "zip"
  | "encrypted"
  | "other";

export interface Sniffed {
  readonly kind: ContentKind;
  /** For "other" and "encrypted": what it is, in words, both languages. */
  readonly what: readonly [en: string, zh: string];
}

const nothing = ["", ""] as const;
const found = (kind: ContentKind): Sniffed => ({ kind, what: nothing });
const other = (en: string, zh: string): Sniffed => ({ kind: "other", what: [en, zh] });

/** Beginnings of files that hold no table, as bytes. */
const binaryPrefixes: readonly (readonly [string, Sniffed])[] = [
  ["SQLite format 3", found("sqlite")],
  // Before the mark of UTF-16 is looked for, which it begins with.
  ["\u00ff\u00fe\u0000\u0000", other("text in UTF-32", "UTF-32 编码的文本")],
  ["\u0000\u0000\u00fe\u00ff", other("text in UTF-32", "UTF-32 编码的文本")],
  ["%PDF-", other("a PDF document", "PDF 文档")],
  ["\u001f\u008b", other("a gzip archive", "压缩包 (gzip)")],
  ["Rar!", other("a RAR archive", "压缩包 (RAR)")],
  ["7z\u00bc\u00af", other("a 7z archive", "压缩包 (7z)")],
  ["\u0089PNG", other("a picture (PNG)", "图片 (PNG)")],
  ["\u00ff\u00d8\u00ff", other("a picture (JPEG)", "图片 (JPEG)")],
  ["PAR1", other("a Parquet file", "Parquet 文件")],
  ["{\\rtf", other("a rich text document (rtf)", "RTF 文档")],
];

const textPrefixes: readonly (readonly [RegExp, Sniffed])[] = [
  [/^begin:vcard/i, found("vcard")],
  [/^begin:vcalendar/i, other("a calendar (iCalendar)", "日历文件 (iCalendar)")],
  // RFC 4155: a mailbox has a weekday in its first line, a title of a report has none.
  [/^from \S+.*\b(?:mon|tue|wed|thu|fri|sat|sun)\b.*\d{4}/i, found("mbox")],
  [/^mime-version:[^]*?multipart\/related/i, other("a web archive (mhtml)", "网页存档 (mhtml)")],
  [
    // `Date: ...` may also stand above a table; a mail says who sent it or which way it came.
    /^(?=(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,40}?(?:return-path|received|message-id|mime-version|from):)(?:return-path|received|message-id|mime-version|x-[\w-]+|from|to|subject|date): [^,]*\r?\n[\w-]+:/i,
    found("eml"),
  ],
  [/^[[{]\s*["{[\]}]/, found("json")],
  [
    /^(?:#[^\n]*mapping values|(?:#[^\n]*\n)+["\w]+=["\w])/i,
    other("a Data Loader mapping (sdl)", "Data Loader 映射文件 (sdl)"),
  ],
  [
    /^<\?xml[^]*?<(?:\w+:)?workbook[^>]*urn:schemas-microsoft-com:office:spreadsheet/i,
    found("spreadsheetml"),
  ],
  [/^(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|table|meta|head|body|div|style)/i, found("html")],
  [/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*<calls\b/i, found("call-log")],
  [/^<\?xml/i, other("XML", "XML 数据")],
];

const longestTail = 1 << 20;
const compoundMark = "\u00d0\u00cf\u0011\u00e0";

/** [MS-CFB] 2.2: where the directory of an old Office file begins; undefined for other files. */
function directoryOfCompound(head: Buffer): number | undefined {
  if (!head.toString("latin1", 0, 4).startsWith(compoundMark)) return undefined;
  return (head.readUInt32LE(48) + 1) * 2 ** head.readUInt16LE(30);
}

/** The first bytes decide; a zip and a compound file are looked into. Never trusts the extension. */
export async function sniff(path: string): Promise<Sniffed> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(1 << 16);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    if (bytesRead === 0) return found("empty");
    const { size } = await file.stat();
    const directory = Math.min(size, directoryOfCompound(head) ?? Math.max(0, size - longestTail));
    const tail = Buffer.alloc(Math.min(size - directory, longestTail));
    await file.read(tail, 0, tail.length, directory);
    return sniffBytes(head.subarray(0, bytesRead), tail);
  } finally {
    await file.close();
  }
}

/**
 * `head` of the file, and the piece of it where a container keeps its directory: the end of a zip,
 * the directory sector of a compound file.
 */
export function sniffBytes(head: Buffer, tail: Buffer): Sniffed {
  return sniffBinary(head, tail) ?? sniffText(head);
}

function sniffBinary(head: Buffer, tail: Buffer): Sniffed | undefined {
  const start = head.toString("latin1", 0, 16);
  if (start.startsWith("PK\u0003\u0004")) return sniffZip(head, tail);
  if (start.startsWith(compoundMark)) return sniffCompound(head, tail);
  if (/^\t[\u0000\u0002\u0004\u0008][\u0000-\u0010]\u0000/.test(start)) return found("xls");
  const known = binaryPrefixes.find(([prefix]) => start.startsWith(prefix));
  if (known !== undefined) return known[1];
  return isDbase(head) ? found("dbf") : undefined;
}

function sniffText(head: Buffer): Sniffed {
  const encoding = encodingOfMark(head) ?? encodingOfZeros(head) ?? "utf-8";
  const text = new TextDecoder(encoding).decode(head);
  const start = text.slice(0, 4096).trimStart();
  const known = textPrefixes.find(([pattern]) => pattern.test(start));
  if (known !== undefined) return known[1];
  if (isChatText(text)) return found("chat-text");
  return isLegible(text) ? found("csv") : other("no format that is known here", "无法识别的格式");
}

const endOfZip = "PK\u0005\u0006";

const workbookParts = [
  "xl/workbook.xml",
  "xl/worksheets/",
  "xl/sharedStrings.xml",
  "xl\\workbook.xml",
  "xl\\worksheets\\",
];

function sniffZip(head: Buffer, tail: Buffer): Sniffed {
  const has = (name: string): boolean => head.includes(name) || tail.includes(name);
  const isCut = !tail.includes(endOfZip);
  if (has("xl/workbook.bin") && !isCut) return found("xlsb");
  // Its reader finds the parts of a workbook without the directory, or says what is missing.
  if (workbookParts.some(has)) return found("xlsx");
  if (isCut) return other("a zip or workbook that was cut off", "被截断的压缩包或工作簿");
  if (head.includes("opendocument.spreadsheet") || has("content.xml")) return found("ods");
  if (has("Index/Document.iwa")) return other("an Apple Numbers file", "Apple Numbers 文件");
  if (has("word/document.xml")) return other("a Word document", "Word 文档");
  if (has("ppt/")) return other("a PowerPoint file", "PowerPoint 文件");
  return { kind: "zip", what: ["a zip of files", "压缩包 (zip)"] };
}

function sniffCompound(head: Buffer, tail: Buffer): Sniffed {
  const has = (name: string): boolean => {
    const bytes = Buffer.from(name, "utf16le");
    return head.includes(bytes) || tail.includes(bytes);
  };
  if (has("EncryptedPackage")) return { kind: "encrypted", what: nothing };
  if (has("__properties_version1.0")) return found("msg");
  if (has("Workbook") || has("Book")) return found("xls");
  return has("WordDocument") ? other("an old Word document", "旧版 Word 文档") : found("xls");
}

const dbaseVersions = [0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5];

/** dBASE: version, a date that can be one, a header length that fits. */
function isDbase(head: Buffer): boolean {
  const [version = 0, , month = 0, day = 0] = head;
  if (!dbaseVersions.includes(version) || head.length < 64) return false;
  const headerBytes = head.readUInt16LE(8);
  return (
    isBetween(month, 1, 12) && isBetween(day, 1, 31) && headerBytes >= 33 && headerBytes % 32 <= 8
  );
}

function isBetween(value: number, low: number, high: number): boolean {
  return value >= low && value <= high;
}

/** Text has hardly a control letter but line breaks and tabs; zeros may pad its cells. */
function isLegible(text: string): boolean {
  const controls = text.match(/[\u0001-\u0008\u000e-\u0019\u001b\u001c\u001e\u001f]/g) ?? [];
  const zeros = text.split("\u0000").length - 1;
  const hasLines = /[\r\n]/.test(text);
  // In a short text one stray control letter is more than one in a hundred.
  const isFew = controls.length * 100 <= text.length - zeros || (controls.length < 4 && hasLines);
  return isFew && (zeros === 0 || hasLines);
}
