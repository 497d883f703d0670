import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

/**
 * The floor plan: folder -> the folders of `src/` it may import from. An import goes down this
 * list only; folders that stand side by side do not know each other and meet in `pipeline/`.
 */
const ground = ["text", "errors"];
const model = ["model", ...ground];
const rooms = ["stores", "normalize", "importers", "dedupe", "scoring", "report"];
const floors: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  text: ["errors"],
  model: ground,
  importers: model,
  normalize: model,
  dedupe: model,
  scoring: model,
  report: model,
  stores: model,
  workspace: ["stores", ...model],
  mapping: ["stores", "normalize", "importers", "dedupe", "scoring", ...model],
  load: ["mapping", "workspace", "stores", ...model],
  config: ["load", "mapping", "workspace", ...rooms, ...model],
  pipeline: ["config", "load", "mapping", "workspace", ...rooms, ...model],
  index: ["pipeline", "config", "load", "mapping", "workspace", ...rooms, ...model],
  cli: ["pipeline", "config", "report", ...model],
};

/** Third-party packages and the rooms they may be used in; a package not listed may not be used. */
const packageHomes: Readonly<Record<string, readonly string[]>> = {
  "better-sqlite3": ["stores/", "workspace/", "importers/sqlite/"],
  "csv-parse": ["importers/"],
  "@e965/xlsx": ["importers/"],
  "postal-mime": ["importers/mail/"],
  exceljs: ["importers/", "report/"],
  commander: ["cli/"],
  chalk: ["cli/"],
  ora: ["cli/"],
  "string-width": ["cli/", "report/"],
  "fuse.js": ["mapping/", "pipeline/find-"],
  "string-similarity": ["mapping/", "pipeline/find-"],
  "libphonenumber-js": ["normalize/"],
  "opencc-js": ["normalize/", "text/"],
  yaml: ["config/", "mapping/"],
  zod: [""],
};

/** Rooms that are functions from data to data: no file, no clock, no randomness. */
const pureRooms = ["normalize", "dedupe", "scoring", "mapping", "report", "model", "text"];
const effects = [
  /from "node:(fs|child_process|net|http|worker_threads)/,
  /\bDate\.now\(/,
  /\bnew Date\(\)/,
  /\bMath\.random\(/,
];

const source = resolve(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .filter((file) => !/\.(test|contract)\.ts$/.test(file))
  .sort();

function roomOf(file: string): string {
  const [first = ""] = file.split("/");
  return first.startsWith("error") ? "errors" : first.replace(/\.ts$/, "");
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), "utf8");
  const pattern =
    /(?:^|\n)\s*(?:import|export)\b[^"'`;]*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s+["']([^"']+)["']/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? "");
}

/** Every import of `file` that the plan does not allow, as a sentence that names both files. */
function violations(file: string): string[] {
  const room = roomOf(file);
  return importsOf(file).flatMap((target) => {
    if (target.startsWith("node:")) return [];
    if (target.startsWith(".")) {
      const imported = relative(source, resolve(source, dirname(file), target));
      const targetRoom = roomOf(imported);
      const allowed = targetRoom === room || (floors[room] ?? []).includes(targetRoom);
      return allowed ? [] : [`src/${file} imports src/${imported}`];
    }
    const name = target
      .split("/")
      .slice(0, target.startsWith("@") ? 2 : 1)
      .join("/");
    const allowed = (packageHomes[name] ?? []).some((home) => file.startsWith(home));
    return allowed ? [] : [`src/${file} imports the package ${name}`];
  });
}

describe("floor plan", () => {
  test.each(files)("%s imports only from the floors below it", (file) => {
    expect(violations(file)).toEqual([]);
  });

  test.each(files)("%s lies in a room that the plan names", (file) => {
    expect(Object.keys(floors)).toContain(roomOf(file));
    expect(file).not.toMatch(/(^|\/)(util|utils|common|helpers|types)\//);
  });

  test.each(files.filter((file) => pureRooms.includes(roomOf(file))))(
    "%s has no file, clock or randomness",
    (file) => {
      const text = readFileSync(join(source, file), "utf8");
      expect(effects.filter((effect) => effect.test(text))).toEqual([]);
    },
  );
});
