import fc from "fast-check";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { zipBytes } from "../../bench/generator/zip-bytes.ts";
import { Random } from "../../bench/generator/random.ts";
import { mutate } from "./mutate.ts";

export interface FuzzCase {
  /** What the bytes were made of. */
  readonly origin: string;
  readonly bytes: Buffer;
}

const root = join(import.meta.dirname, "../..");
/** Fixtures, and the real exports where they lie beside the checkout. */
const folders = [
  join(root, "fixtures/import"),
  join(root, "fixtures/demo/exports"),
  join(root, "../shared/data/exports"),
];
const largest = 300_000;

const files: readonly string[] = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => statSync(path).isFile() && statSync(path).size <= largest)
  .sort();

const words = ["客户名称", "电话", "合计", "华宸", "示例", "", "0755", "a@b.example", "sep=;", "#"];
const unit = fc.constantFrom(...words, ..."\",;|\t\r\n='\\， \0\ufeff7a", "\r\n", '""', '="');
const texts = fc.array(unit, { maxLength: 300 }).map((parts) => parts.join(""));
const encodings = ["utf8", "utf16le", "latin1"] as const;

/** The case of a seed; the same seed gives the same bytes while the files are the same. */
export function makeCase(seed: number): FuzzCase {
  const random = new Random(seed);
  const pickFile = (): string => random.pick(files);
  if (random.chance(30)) {
    const [text = ""] = fc.sample(texts, { seed, numRuns: 1 });
    return { origin: "text", bytes: Buffer.from(text, random.pick(encodings)) };
  }
  const path = pickFile();
  const bytes = mutate(readFileSync(path), random, readFileSync(pickFile()));
  if (random.chance(90)) return { origin: path, bytes };
  const parts = [
    { name: "a.csv", content: bytes },
    { name: random.pick(words), content: "x,y" },
  ];
  const archive = zipBytes(parts);
  return { origin: `${path} in a zip`, bytes: mutate(Buffer.from(archive), random, bytes) };
}
