import { highestRatio, isReadable, zipChunks, zipContent } from "../../zip/zip-chunks.ts";
import { readZipDirectory } from "../../zip/zip-directory.ts";
import type { ZipEntry } from "../../zip/zip-entry.ts";
import { GoldpanError } from "../../../errors.ts";
import { damagedFile } from "../../zip/damaged-file.ts";
import { elementsOf } from "./elements.ts";
import { toUtf8, utf8Chunks } from "./utf8-content.ts";

/** A relation from one part of a package to another (ECMA-376 part 2, 9.3). */
export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`, `styles`, `sharedStrings` ... alike in strict workbooks. */
  readonly kind: string;
  /** Full name of the part it leads to. */
  readonly target: string;
}

/** Parts that are read in one piece are small; those that are not are streamed. */
const mostSmallPart = 1 << 26;

/** The parts of a workbook's package, found however the writer spelled their names. */
export class PackageParts {
  readonly file: string;
  readonly isRebuilt: boolean;
  private readonly entryByName: ReadonlyMap<string, ZipEntry>;

  constructor(file: string, entries: readonly ZipEntry[], isRebuilt: boolean) {
    this.file = file;
    this.isRebuilt = isRebuilt;
    this.entryByName = new Map(entries.map((entry) => [plainName(entry.name), entry]));
  }

  get names(): readonly string[] {
    return [...this.entryByName.values()].map(({ name }) => name);
  }

  has(name: string): boolean {
    return this.entryByName.has(plainName(name));
  }

  /** The content of a small part in UTF-8. */
  async content(name: string): Promise<Buffer> {
    const bytes = await zipContent(this.file, this.entry(name), mostSmallPart);
    return toUtf8(bytes);
  }

  /** How long a part is unpacked; undefined when the archive does not say, or says what cannot be. */
  sizeOf(name: string): number | undefined {
    const { bytes, packedBytes } = this.entry(name);
    return bytes !== undefined && bytes <= packedBytes * highestRatio ? bytes : undefined;
  }

  /** The content of a part of any size, in UTF-8. Throws IMPORT_ZIP_BOMB beyond `mostBytes`. */
  chunks(name: string, mostBytes?: number): AsyncIterable<Buffer> {
    return utf8Chunks(zipChunks(this.file, this.entry(name), mostBytes));
  }

  /** What a part leads to; nothing when it has no list of relations. `""` is the package itself. */
  async relationsOf(part: string): Promise<Relation[]> {
    const slash = part.lastIndexOf("/") + 1;
    const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
    if (!this.has(list)) return [];
    const folder = part.slice(0, slash);
    return [...relationsIn(await this.content(list), folder)];
  }

  private entry(name: string): ZipEntry {
    const entry = this.entryByName.get(plainName(name));
    if (entry === undefined)
      throw damagedFile(this.file, [`\`${name}\` is missing`, `缺少 \`${name}\``]);
    if (entry.isEncrypted) throw new GoldpanError("IMPORT_PASSWORD", { file: this.file });
    if (isReadable(entry)) return entry;
    const { method } = entry;
    throw damagedFile(this.file, [
      `\`${name}\` is packed by method ${method}, expected 0 or 8`,
      `\`${name}\` 的压缩方法是 ${method}, 应为 0 或 8`,
    ]);
  }
}

/** Opens the package of a workbook. Throws IMPORT_DAMAGED when nothing in it can be found. */
export async function openPackage(file: string): Promise<PackageParts> {
  const { entries, isRebuilt } = await readZipDirectory(file);
  if (entries.length === 0)
    throw damagedFile(file, ["the archive has no entries", "压缩包里没有内容"]);
  return new PackageParts(file, entries, isRebuilt);
}

/** Names differ by case, by a slash in front or by backslashes; Excel takes them all. */
function plainName(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function* relationsIn(content: Buffer, folder: string): Generator<Relation> {
  for (const { name, attribute } of elementsOf(content)) {
    const [id, type, target] = [attribute("Id"), attribute("Type"), attribute("Target")];
    if (name !== "Relationship" || attribute("TargetMode") === "External") continue;
    if (target === undefined) continue;
    const kind = (type ?? "").split("/").at(-1) ?? "";
    yield { id: id ?? "", kind, target: resolved(target, folder) };
  }
}

/** `"../styles.xml"` from `xl/worksheets/` -> `"xl/styles.xml"`; `"/xl/styles.xml"` is absolute. */
function resolved(target: string, folder: string): string {
  const path = decoded(target).replaceAll("\\", "/");
  const steps = path.startsWith("/") ? path.split("/") : [...folder.split("/"), ...path.split("/")];
  const names: string[] = [];
  for (const step of steps) {
    if (step === "..") names.pop();
    else if (step !== "" && step !== ".") names.push(step);
  }
  return names.join("/");
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
