import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { zipBytes, type ZipPart } from "../../../bench/generator/zip-bytes.ts";
import { zipChunks, zipContent } from "./zip-chunks.ts";
import { readZipDirectory } from "./zip-directory.ts";
import type { ZipEntry } from "./zip-entry.ts";
import { GoldpanError } from "../../errors.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-zip-"));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(bytes: Uint8Array): string {
  const path = join(folder, `${(files += 1)}.zip`);
  writeFileSync(path, bytes);
  return path;
}

interface Unpacked {
  readonly isRebuilt: boolean;
  readonly contents: Readonly<Record<string, string>>;
}

async function unpack(bytes: Uint8Array): Promise<Unpacked> {
  const path = file(bytes);
  const { entries, isRebuilt } = await readZipDirectory(path);
  const contents: Record<string, string> = {};
  for (const entry of entries)
    contents[entry.name] = (await zipContent(path, entry, 1 << 20)).toString();
  return { isRebuilt, contents };
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof GoldpanError ? error.code : String(error);
}

const two: readonly ZipPart[] = [
  { name: "a.txt", content: "华宸精密 ".repeat(200) },
  { name: "b/c.txt", content: "明远" },
];
const contents = { "a.txt": "华宸精密 ".repeat(200), "b/c.txt": "明远" };
const late: readonly ZipPart[] = two.map((part) => ({ ...part, hasDescriptor: true }));
const stored: readonly ZipPart[] = two.map((part) => ({ ...part, isStored: true }));

describe("archives as programs write them", () => {
  test.each<[string, Buffer]>([
    ["deflated", zipBytes(two)],
    ["stored", zipBytes(stored)],
    ["sizes behind the content", zipBytes(late)],
    ["zip64", zipBytes(two, { isZip64: true })],
    [
      "a comment that ends like a directory",
      zipBytes(two, { comment: "PK\u0005\u0006".repeat(3) }),
    ],
    ["bytes in front", zipBytes(two, { prefix: Buffer.from("#!/bin/sh\n") })],
    ["rubbish behind", Buffer.concat([zipBytes(two), Buffer.alloc(300)])],
    ["checksums that nobody counted", zipBytes(two.map((part) => ({ ...part, checksum: 0 })))],
    ["backslashes", zipBytes(two.map((part) => ({ ...part, name: part.name.replace("/", "\\") })))],
  ])("%s are read whole", async (_, bytes) => {
    expect(await unpack(bytes)).toEqual({ isRebuilt: false, contents });
  });

  test("names without the flag of UTF-8 are read as GBK when they are no UTF-8", async () => {
    const gbk = Buffer.from("bfcdbba7b1ed2e747874", "hex");
    const bytes = zipBytes([{ name: "客户表.txt", nameBytes: gbk, content: "x" }]);
    expect((await unpack(bytes)).contents).toEqual({ "客户表.txt": "x" });
  });
});

/** Where the directory begins. */
const directoryAt = (bytes: Buffer): number => bytes.indexOf("PK\u0001\u0002");

describe("archives whose directory is of no use", () => {
  test.each<[string, Buffer]>([
    ["the file ends before it", withoutDirectory(zipBytes(two))],
    ["the same, sizes behind the content", withoutDirectory(zipBytes(late))],
    ["the same, stored", withoutDirectory(zipBytes(stored))],
    ["the same, zip64", withoutDirectory(zipBytes(two, { isZip64: true }))],
    ["it is overwritten", overwritten(zipBytes(two))],
    ["it points elsewhere", shifted(zipBytes(two))],
  ])("%s: it is rebuilt from the entries", async (_, bytes) => {
    expect(await unpack(bytes)).toEqual({ isRebuilt: true, contents });
  });

  function withoutDirectory(bytes: Buffer): Buffer {
    return bytes.subarray(0, directoryAt(bytes));
  }

  function overwritten(bytes: Buffer): Buffer {
    return Buffer.from(bytes).fill(0xaa, directoryAt(bytes) + 10, directoryAt(bytes) + 40);
  }

  function shifted(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    copy.writeUInt32LE(7, directoryAt(bytes) + 42);
    return copy;
  }

  test("an entry that the end of the file cuts off is left out", async () => {
    const bytes = zipBytes(stored);
    const { contents } = await unpack(bytes.subarray(0, directoryAt(bytes) - 3));
    expect(Object.keys(contents)).toEqual(["a.txt"]);
  });

  test("no entry at all gives none", async () => {
    const path = file(Buffer.from("PK\u0003\u0004 nothing"));
    expect((await readZipDirectory(path)).entries).toEqual([]);
  });
});

describe("content that cannot be trusted", () => {
  test.each<[string, Buffer, string]>([
    ["a wrong checksum", zipBytes([{ name: "a", content: "x", checksum: 1 }]), "IMPORT_DAMAGED"],
    [
      "a changed byte",
      changed(zipBytes([{ name: "a", content: "x".repeat(99) }])),
      "IMPORT_DAMAGED",
    ],
  ])("%s is refused", async (_, bytes, code) => {
    expect(await codeOf(unpack(bytes))).toBe(code);
  });

  function changed(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    copy[33] = 0xff;
    return copy;
  }

  test.each<[string, Partial<ZipPart>, Partial<ZipEntry>, string]>([
    ["a packed file", {}, {}, "whole"],
    ["its checksum", {}, { checksum: 7 }, "`a`: its checksum is wrong"],
    ["its length", {}, { bytes: 98 }, "`a`: its length is wrong"],
    ["of which only the checksum is known", {}, { bytes: undefined }, "whole"],
    ["that one", {}, { bytes: undefined, checksum: 7 }, "`a`: its checksum is wrong"],
    ["a file that is not packed", { isStored: true }, {}, "whole"],
    ["its checksum", { isStored: true }, { checksum: 7 }, "`a`: its checksum is wrong"],
    ["its length", { isStored: true }, { bytes: 98 }, "`a`: its length is wrong"],
  ])("%s is compared with the directory (%#)", async (_, part, said, expected) => {
    const path = file(zipBytes([{ name: "a", content: "x".repeat(99), ...part }]));
    const [entry] = (await readZipDirectory(path)).entries;
    if (entry === undefined) throw new Error("no entry");
    const outcome = await zipContent(path, { ...entry, ...said }, 1 << 20).then(
      () => "whole",
      (error: unknown) => (error instanceof GoldpanError ? error.details["reason"] : error),
    );
    expect(outcome).toBe(expected);
  });

  test("more than the caller takes", async () => {
    const path = file(zipBytes([{ name: "a", content: "x".repeat(5000) }]));
    const [entry] = (await readZipDirectory(path)).entries;
    if (entry === undefined) throw new Error("no entry");
    expect(await codeOf(zipContent(path, entry, 4999))).toBe("IMPORT_ZIP_BOMB");
    expect((await zipContent(path, entry, 5000)).length).toBe(5000);
  });

  test("a bomb goes off no further than where its proportion shows", async () => {
    const path = file(zipBytes([{ name: "a", content: Buffer.alloc(200 << 20), level: 9 }]));
    const [entry] = (await readZipDirectory(path)).entries;
    if (entry === undefined) throw new Error("no entry");
    let bytes = 0;
    const read = async (): Promise<void> => {
      for await (const chunk of zipChunks(path, entry)) bytes += chunk.length;
    };
    expect(await codeOf(read())).toBe("IMPORT_ZIP_BOMB");
    expect(bytes).toBeLessThan(130 << 20);
  });
});
