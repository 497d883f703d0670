import Database from "better-sqlite3";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { describeStore } from "../store.contract.ts";
import { openSqliteStore } from "./open-sqlite-store.ts";
import { storeFailure } from "./store-failure.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "goldpan-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (): string => join(folder, "crm.db");

function execute(sql: string): void {
  const database = new Database(path());
  database.exec(sql);
  database.close();
}

describeStore("SQLite", async () => ({
  open: async (mode) => openSqliteStore(path(), mode),
  execute: async (sql) => execute(sql),
  remove: async () => undefined,
}));

describe("the file", () => {
  test("of a new store is for its owner alone", async () => {
    const store = openSqliteStore(join(folder, "new/crm.db"), "write");
    await store.close();
    expect(statSync(join(folder, "new/crm.db")).mode & 0o777).toBe(0o600);
  });

  test("of an existing store keeps its way of journalling", async () => {
    execute("CREATE TABLE firm (id INTEGER PRIMARY KEY)");
    const store = openSqliteStore(path(), "write");
    await store.prepareJournal();
    await store.close();
    const database = new Database(path(), { readonly: true });
    expect(database.pragma("journal_mode", { simple: true })).toBe("delete");
    database.close();
  });

  test("that is not there reads as an empty store and is not made", async () => {
    const store = openSqliteStore(path(), "read");
    expect(await store.tables()).toEqual([]);
    await store.close();
    expect(statSync(path(), { throwIfNoEntry: false })).toBeUndefined();
  });

  test.each([
    ["a text file", () => writeFileSync(path(), "x".repeat(5000)), "STORE_NOT_A_DATABASE"],
    ["a folder", () => mkdirSync(path()), "STORE_CANNOT_OPEN"],
  ])("that is %s is refused for reading and writing", async (_, make, code) => {
    make();
    for (const mode of ["read", "write"] as const) {
      expect(() => openSqliteStore(path(), mode)).toThrow(expect.objectContaining({ code }));
    }
  });

  test("in a folder that cannot be made is refused", () => {
    writeFileSync(join(folder, "file"), "");
    const inFile = join(folder, "file/deeper/crm.db");
    expect(() => openSqliteStore(inFile, "write")).toThrow(
      expect.objectContaining({ code: "STORE_CANNOT_OPEN" }),
    );
  });

  test("that is read-only can be read and not written", async () => {
    execute("CREATE TABLE firm (id INTEGER PRIMARY KEY)");
    chmodSync(dirname(path()), 0o755);
    chmodSync(path(), 0o444);
    // Root may write everything: as nobody it is a user like any other.
    if (process.getuid?.() === 0) process.seteuid?.(65_534);
    try {
      const store = openSqliteStore(path(), "write");
      await expect(store.prepareJournal()).rejects.toMatchObject({ code: "STORE_READ_ONLY" });
      await store.close();
    } finally {
      if (process.getuid?.() === 0) process.seteuid?.(0);
    }
  });

  test("that another program writes to is busy", async () => {
    execute("CREATE TABLE firm (id INTEGER PRIMARY KEY)");
    const other = new Database(path());
    other.exec("BEGIN IMMEDIATE");
    const store = openSqliteStore(path(), "write", { busyMs: 50 });
    await expect(store.prepareJournal()).rejects.toMatchObject({ code: "STORE_BUSY", exitCode: 7 });
    other.exec("ROLLBACK");
    other.close();
    await store.prepareJournal();
    await store.close();
  });
});

describe("a fault of the disk", () => {
  test("a full one is told as such", () => {
    const database = new Database(path());
    database.exec("CREATE TABLE firm (name TEXT)");
    database.pragma("max_page_count = 3");
    const fill = (): unknown =>
      database.prepare("INSERT INTO firm VALUES (?)").run("x".repeat(50_000));
    expect(failureOf(fill)).toMatchObject({ code: "STORE_DISK_FULL", exitCode: 3 });
    database.close();
  });

  test("a bug is no fault of the disk", () => {
    expect(failureOf(() => JSON.parse("{"))).toBeInstanceOf(SyntaxError);
  });

  function failureOf(work: () => unknown): unknown {
    try {
      return work();
    } catch (error) {
      return storeFailure(error, "crm.db");
    }
  }
});
