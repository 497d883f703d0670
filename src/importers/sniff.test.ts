import { expect, test } from "vitest";
import { sniffBytes, type ContentKind } from "./sniff.ts";

const wide = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
const compound = (stream: string): string => `\u00d0\u00cf\u0011\u00e0${wide(stream)}`;

test.each<[string, ContentKind, string, string]>([
  ["PK\u0003\u0004..xl/workbook.xml..PK\u0005\u0006", "xlsx", "", "a zip with a workbook"],
  ["PK\u0003\u0004..xl/workbook.bin..PK\u0005\u0006", "xlsb", "", "a zip with a binary workbook"],
  [
    "PK\u0003\u0004mimetypeapplication/vnd.oasis.opendocument.spreadsheetPK\u0005\u0006",
    "ods",
    "",
    "OpenDocument",
  ],
  ["PK\u0003\u0004..word/document.xml..PK\u0005\u0006", "other", "Word", "a document"],
  ["PK\u0003\u0004..a.csv..PK\u0005\u0006", "zip", "zip of files", "an archive"],
  [
    "PK\u0003\u0004..xl/workbook.xml..",
    "xlsx",
    "",
    "a workbook that broke off, for its reader to say",
  ],
  [
    "PK\u0003\u0004..xl\\workbook.xml..PK\u0005\u0006",
    "xlsx",
    "",
    "folders as Windows writes them",
  ],
  ["\u00ff\u00fe\u0000\u0000a\u0000\u0000\u0000", "other", "UTF-32", "no UTF-16"],
  ["PK\u0003\u0004..a.csv..", "other", "cut off", "a download that broke off"],
  [compound("Workbook"), "xls", "", "an old workbook"],
  [compound("EncryptedPackage"), "encrypted", "", "a new workbook behind a password"],
  [compound("__properties_version1.0"), "msg", "", "a mail"],
  ["\t\b\u0010\u0000\u0000\u0006", "xls", "", "a workbook older than containers"],
  ["SQLite format 3\u0000", "sqlite", "", "a database"],
  ["{\\rtf1", "other", "rich text", "a document, though it begins like JSON"],
  ['[{"a":1}]', "json", "", "JSON"],
  ["BEGIN:VCARD\r\n", "vcard", "", "an address book"],
  ["From a@b Sat Jan  6 12:00:00 2024\n", "mbox", "", "a mailbox"],
  ["From: a@b\r\nTo: c@d\r\n", "eml", "", "one mail"],
  ["MIME-Version: 1.0\r\nContent-Type: multipart/related", "other", "mhtml", "a saved page"],
  ["# comment\ncity=BillingCity\n", "other", "sdl", "a mapping of Data Loader"],
  ["<!-- x --><TABLE><tr>", "html", "", "a page, whatever it is called"],
  [
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
    "spreadsheetml",
    "",
    "Excel 2003 XML",
  ],
  ['<?xml version="1.0"?><calls>', "call-log", "", "calls of a phone"],
  ['<?xml version="1.0"?><other>', "other", "XML", "other XML"],
  ["2026-03-02 09:15:00 林晓\n你好\n\n2026-03-02 09:16:00 我\n好", "chat-text", "", "a chat"],
  ["Date: 2024-03-05\nReport: Accounts\n\nName,Phone\na,1\n", "csv", "", "a table below notes"],
  ["To: a@b\r\nSubject: x\r\nFrom: c@d\r\n\r\n", "eml", "", "a mail whose sender comes third"],
  ["From 2024-01-01 to 2024-03-31\nName,Phone\na,1\n", "csv", "", "a title with a period"],
  ["From,To,Subject\na,b,c\n", "csv", "", "columns named like mail headers"],
  ["[客户],电话\n", "csv", "", "a bracket is not yet JSON"],
  ["# note\n客户名称,电话\n", "csv", "", "a comment above a table"],
  ["客户名称,电话\n华宸\u0007,1\n", "csv", "", "a stray control letter in a short table"],
  ["\u0000\u0001\u0002\u0003\u0004\u0005", "other", "no format", "noise"],
])("%j is %s %s: %s", (content, kind, what) => {
  const bytes = Buffer.from(content, /[\u0100-\uffff]/.test(content) ? "utf8" : "latin1");
  const sniffed = sniffBytes(bytes, bytes);
  expect(sniffed.kind).toBe(kind);
  expect(sniffed.what[0]).toContain(what);
});
