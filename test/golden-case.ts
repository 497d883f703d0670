import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CaseOutcome {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

const goldpan = join(import.meta.dirname, "../bin/goldpan.js");
const fixtures = join(import.meta.dirname, "../fixtures");

/** Every command runs on the same day; calls without a command stay as they are typed. */
const shellFunction = `goldpan() {
  case "$1" in
    "" | -* | help) "${process.execPath}" "${goldpan}" "$@" ;;
    *) "${process.execPath}" "${goldpan}" --as-of 2026-11-24 "$@" ;;
  esac
}`;

/** The folders below `root` that hold a file `cmd`, in order. */
export function casesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("cmd"))
    .map((path) => path.slice(0, -"/cmd".length))
    .sort();
}

/**
 * Runs the `cmd` of a case with bash in a copy of its folder, where `goldpan` is this checkout and
 * `$FIXTURES` its fixtures. Times and the names of temporary folders are taken out.
 */
export function runCase(folder: string): CaseOutcome {
  const copy = mkdtempSync(join(tmpdir(), "goldpan-case-"));
  cpSync(folder, copy, { recursive: true });
  const command = `${shellFunction}\n${readFileSync(join(folder, "cmd"), "utf8")}`;
  const environment = existsSync(join(folder, "env"))
    ? readFileSync(join(folder, "env"), "utf8").trim()
    : "LANG=en_US.UTF-8";
  const [key = "LANG", value = ""] = environment.split("=");
  const result = spawnSync("bash", ["--norc", "-c", command], {
    cwd: copy,
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"] ?? "",
      TZ: "Asia/Shanghai",
      FIXTURES: fixtures,
      NO_COLOR: "1",
      [key]: value,
    },
  });
  rmSync(copy, { recursive: true });
  const clean = (text: string): string =>
    text
      .replaceAll(fixtures, "$FIXTURES")
      .replaceAll(copy, ".")
      .replaceAll(/\b\d+(\.\d+)?s\b/g, "TIME");
  return { stdout: clean(result.stdout), stderr: clean(result.stderr), code: result.status ?? -1 };
}
