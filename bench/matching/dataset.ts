import { mkdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { customerFields } from "./customer-fields.ts";
import { Random } from "../generator/random.ts";
import { createPacker } from "../../src/dedupe/pack.ts";
import { fromBlobs, toBlobs } from "../../src/dedupe/packed-blobs.ts";
import type { PackedRecords } from "../../src/dedupe/packed-records.ts";
import type { EntityRecord } from "../../src/model/record.ts";
import { byCodePoint } from "../../src/text/code-point.ts";
import {
  normalizeValues,
  prepareFieldNormalizers,
  type RawValues,
} from "../../src/pipeline/normalize-values.ts";
import { createRows, type LabelledRow, type RowCells } from "./create-records.ts";
import { nameNoiseRates } from "./noise-rates.ts";

/** The truth of each record, in the order of the packed table. */
export interface Labels {
  readonly company: Int32Array;
  readonly family: Int32Array;
  /** Index into `kinships`, 0 = none. */
  readonly kinship: Int32Array;
  /** Bit `n` = noise `noiseNames[n]`. */
  readonly noise: Int32Array;
}

/** A packed table with its truth. */
export interface Dataset {
  readonly packed: PackedRecords;
  readonly labels: Labels;
}

/** How a data set is made. */
export interface DatasetOptions {
  readonly count: number;
  readonly seed: number;
  /** Credit codes are hidden from the engine, as in a list that never had them. */
  readonly isMasked: boolean;
}

export const kinships = [
  "",
  "other-city",
  "other-trade",
  "group",
  "branch",
  "store",
  "sole-trader",
  "same-owner",
] as const;

/** Names of the bits of `Labels.noise`. */
export const noiseNames: readonly string[] = [
  ...nameNoiseRates.map(([name]) => name),
  "former-name",
  "cut",
];

/** Invents, normalizes and packs `count` rows; the same options give the same bytes. */
export function createDataset({ count, seed, isMasked }: DatasetOptions): Dataset {
  const rows = createSortedRows(count, seed);
  const packer = createPacker("customer", { contactField: "contacts" });
  for (const row of rows) packer.add(toRecord(row, isMasked));
  return { packed: packer.finish(), labels: labelsOf(rows) };
}

/** Rows in the order of their ids, as the packer wants them. */
export function createSortedRows(count: number, seed: number): LabelledRow[] {
  const rows: LabelledRow[] = [];
  createRows(new Random(seed), count, (row) => rows.push(row));
  return rows.sort((left, right) => byCodePoint(left.id, right.id));
}

const normalizers = prepareFieldNormalizers(customerFields, () => []);

/** A row as the normalizers of the tool read it. */
export function toRecord({ id, cells }: LabelledRow, isMasked = false): EntityRecord {
  const { values } = normalizeValues(id, rawValues(cells, isMasked), normalizers, {
    repairs: "safe",
  });
  return { id, entity: "customer", system: "", sourceRow: 0, exportedAt: "", values, extra: {} };
}

function rawValues(cells: RowCells, isMasked: boolean): RawValues {
  return {
    legal_name: [cells.name],
    uscc: isMasked ? [] : [cells.uscc],
    contacts: [cells.contact],
    phones: [cells.mobile, cells.landline].filter((text) => text !== ""),
    emails: [cells.email],
    address: [cells.address],
    region: [cells.region],
  };
}

function labelsOf(rows: readonly LabelledRow[]): Labels {
  return {
    company: Int32Array.from(rows, ({ company }) => company.id),
    family: Int32Array.from(rows, ({ company }) => company.family),
    kinship: Int32Array.from(rows, ({ company }) => kinships.indexOf(company.kinship)),
    noise: Int32Array.from(rows, ({ noise }) =>
      noise.reduce((bits, name) => bits | (1 << noiseNames.indexOf(name)), 0),
    ),
  };
}

/** The data set from the cache folder, made first when it is not there. */
export function cachedDataset(folder: string, options: DatasetOptions): Dataset {
  const { count, seed, isMasked } = options;
  const path = join(folder, `${count}-${seed}${isMasked ? "-masked" : ""}`);
  if (!existsSync(join(path, "names.json"))) save(path, createDataset(options));
  const names: string[] = JSON.parse(readFileSync(join(path, "names.json"), "utf8"));
  const blobs = names.map((name, at) => ({ name, bytes: readFileSync(join(path, String(at))) }));
  const column = (name: keyof Labels): Int32Array =>
    new Int32Array(new Uint8Array(readFileSync(join(path, name))).buffer);
  const labels = {
    company: column("company"),
    family: column("family"),
    kinship: column("kinship"),
    noise: column("noise"),
  };
  const packed = fromBlobs(blobs);
  if (packed !== undefined) return { packed, labels };
  const made = createDataset(options);
  save(path, made);
  return made;
}

function save(path: string, { packed, labels }: Dataset): void {
  mkdirSync(path, { recursive: true });
  const blobs = toBlobs(packed);
  for (const [at, { bytes }] of blobs.entries()) writeFileSync(join(path, String(at)), bytes);
  for (const [name, values] of Object.entries(labels)) {
    writeFileSync(join(path, name), new Uint8Array(values.buffer));
  }
  writeFileSync(join(path, "names.json"), JSON.stringify(blobs.map(({ name }) => name)));
}
