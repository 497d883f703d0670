import { isAscii, isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { TextDecoder } from "node:util";
import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed } from "../encoding-name.ts";
import type { Encoding } from "../encoding.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { guessLegacyEncoding, sureLegacyEncoding } from "../legacy-encoding.ts";
import { parseDbaseHeader, type DbaseHeader } from "./dbase-header.ts";
import { memoTypes } from "./field-text.ts";
import { isDeleted, recordsOf, rowsOfDbase } from "./read-dbase.ts";

/** dBASE, FoxPro and Clipper tables (.dbf), streamed; every field as text. */
export const dbaseImporter: Importer = {
  name: "dbase",
  open: openDbase,
};

async function openDbase({ path }: FileToRead, options: ReadOptions): Promise<RawSource> {
  if (options.sheet !== undefined)
    throw new GoldpanError("IMPORT_NO_SHEETS", { file: path, sheet: options.sheet });
  const header = parseDbaseHeader(await readStart(path), path);
  const survey = await surveyRecords(path, header);
  const encoding = encodingNamed(options.encoding) ?? encodingOf(survey.sample, header);
  const decoder = new TextDecoder(encoding);
  const decode = (bytes: Buffer): string =>
    isAscii(bytes) ? bytes.toString("latin1") : decoder.decode(bytes);
  const rows = rowsOfDbase(path, header, decode);
  const table = { sheet: null, headerRow: 1, rows, strictWidth: false, findings: [] };
  return { tables: [table], encoding, findings: findingsOf(header, survey.deleted) };
}

/** A header is at most 64 KB long. */
async function readStart(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const bytes = Buffer.alloc(1 << 16);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

interface Survey {
  readonly deleted: number;
  /** Text beyond ASCII, as much as it takes to tell its encoding. */
  readonly sample: Buffer;
}

const sampleBytes = 1 << 16;

async function surveyRecords(path: string, header: DbaseHeader): Promise<Survey> {
  const texts = header.fields.filter(({ type }) => type === "C");
  const sample = header.fields.map(({ name }) => name).filter((name) => !isAscii(name));
  let [deleted, bytes] = [0, 0];
  for await (const record of recordsOf(path, header)) {
    if (isDeleted(record)) deleted += 1;
    if (bytes > sampleBytes || isAscii(record)) continue;
    for (const { start, length } of texts) {
      const text = record.subarray(start, start + length);
      sample.push(Buffer.from(text), Buffer.from("\n"));
      bytes += length;
    }
  }
  return { deleted, sample: Buffer.concat(sample) };
}

const encodingByDriver: Readonly<Record<number, Encoding>> = {
  0x13: "shift_jis",
  0x4d: "gb18030",
  0x4f: "big5",
  0x78: "big5",
  0x7a: "gb18030",
  0x7b: "shift_jis",
};

/** What the text says for certain goes before what the program was set to. */
function encodingOf(sample: Buffer, { languageDriver }: DbaseHeader): Encoding {
  if (isUtf8(sample)) return "utf-8";
  return (
    sureLegacyEncoding(sample) ?? encodingByDriver[languageDriver] ?? guessLegacyEncoding(sample)
  );
}

function findingsOf({ fields }: DbaseHeader, deleted: number): Finding[] {
  const memos = fields.filter(({ type }) => memoTypes.includes(type)).length;
  const findings: Finding[] = [];
  if (deleted > 0) findings.push({ code: "I112", severity: "info", detail: `${deleted} records` });
  if (memos > 0) findings.push({ code: "I114", severity: "warning", detail: `${memos} columns` });
  return findings;
}
