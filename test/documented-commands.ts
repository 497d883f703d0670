import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A command line of a page, and what the page says it prints; a line `...` stands for any lines. */
export interface DocumentedCommand {
  readonly line: string;
  readonly expected: readonly string[];
}

export interface Printed {
  readonly line: string;
  readonly output: readonly string[];
  readonly code: number;
}

/** The command lines of the `console` blocks of a page, in their order. */
export function commandsOf(page: string): DocumentedCommand[] {
  const blocks = [...page.matchAll(/```console\n([^]*?)```/g)].map(([, block = ""]) => block);
  return blocks.flatMap((block) =>
    block
      .split(/^(?=\$ )/m)
      .filter((part) => part.startsWith("$ "))
      .map((part) => {
        const [line = "", ...expected] = part.trimEnd().split("\n");
        return { line: line.slice(2).replace(/\s+# .*$/, ""), expected };
      }),
  );
}

const root = join(import.meta.dirname, "..");

/**
 * Runs command lines one after the other in a copy of `fixtures/first-steps`, as a reader would who
 * types along; `goldpan` is this checkout, and the day the same for every run.
 */
export function runCommands(lines: readonly string[], language: "en" | "zh"): Printed[] {
  const folder = mkdtempSync(join(tmpdir(), "goldpan-docs-"));
  cpSync(join(root, "fixtures/first-steps"), folder, { recursive: true });
  try {
    return lines.map((line) => {
      const result = spawnSync("bash", ["--norc", "-c", `${shellFunction}\n{ ${line}; } 2>&1`], {
        cwd: folder,
        encoding: "utf8",
        env: {
          PATH: process.env["PATH"] ?? "",
          TZ: "Asia/Shanghai",
          NO_COLOR: "1",
          LANG: language === "zh" ? "zh_CN.UTF-8" : "en_US.UTF-8",
        },
      });
      const text = result.stdout
        .replaceAll(folder, ".")
        .replaceAll(/\b\d{4}-\d\d-\d\d-(\d+)\b/g, "RUN-$1");
      const output = text
        .trimEnd()
        .split("\n")
        .map((each) => each.trimEnd());
      return { line, output: text === "" ? [] : output, code: result.status ?? -1 };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const shellFunction = `goldpan() {
  case "$1" in
    "" | -* | help) "${process.execPath}" "${join(root, "bin/goldpan.js")}" "$@" ;;
    *) "${process.execPath}" "${join(root, "bin/goldpan.js")}" --as-of 2026-11-24 "$@" ;;
  esac
}`;

/** Do the lines fit what the page says? `...` stands for any lines, also for none. */
export function fits(output: readonly string[], expected: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return output.length === 0;
  if (first.trim() === "...") {
    return Array.from({ length: output.length + 1 }, (_, at) => at).some((at) =>
      fits(output.slice(at), rest),
    );
  }
  return first.trimEnd() === output[0] && fits(output.slice(1), rest);
}
