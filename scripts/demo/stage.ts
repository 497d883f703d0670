import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** Where the demo plays; it stays behind to look into. */
export const folder: string = process.env["GOLDPAN_DEMO_DIR"] ?? join(root, "demo-out");

const language = /^zh/i.test(process.env["LC_ALL"] || process.env["LANG"] || "") ? "zh" : "en";

export function say(zh: string, en: string): string {
  return language === "zh" ? zh : en;
}

export function print(text: string): void {
  process.stdout.write(text);
}

let scenes = 0;

/** A numbered heading with one sentence about what comes. */
export function scene(
  title: readonly [zh: string, en: string],
  lead: readonly [string, string],
): void {
  scenes += 1;
  print(`\n== ${scenes}. ${say(...title)}\n   ${say(...lead)}\n\n`);
}

/** A fresh copy of the demo company. */
export function setStage(): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ["exports", "mappings", "goldpan.yaml"]) {
    cpSync(join(root, "fixtures/demo", part), join(folder, part), { recursive: true });
  }
}

interface Expected {
  /** Exit codes that are as they should be. */
  readonly codes?: readonly number[];
  /** Run it without showing it. */
  readonly quiet?: boolean;
}

/** Runs one command line in the demo folder and shows it; another exit code than expected ends the demo. */
export function goldpan(line: string, { codes = [0], quiet = false }: Expected = {}): string {
  if (!quiet) print(`$ goldpan ${line}\n`);
  const manner = ["--as-of", "2026-11-24", "--lang", language, "--progress", "none"];
  const words = [join(root, "bin/goldpan.js"), ...line.split(" "), ...manner];
  const result = spawnSync(process.execPath, words, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    // The screens of the demo are 100 columns wide wherever it runs.
    env: { ...process.env, COLUMNS: "100" },
  });
  if (!quiet) print(result.stdout + result.stderr);
  if (!codes.includes(result.status ?? -1)) {
    throw new Error(
      `goldpan ${line} ended with ${result.status}, expected ${codes.join(" or ")}\n${result.stderr}`,
    );
  }
  return result.stdout;
}

/** A claim of the demo, with the number behind it; one that does not hold ends the demo. */
export function claim(holds: boolean, zh: string, en: string): void {
  print(`  ${holds ? "ok" : "FAILED"}  ${say(zh, en)}\n`);
  if (!holds) throw new Error(`does not hold: ${en}`);
}
