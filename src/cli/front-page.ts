import { readFileSync, writeSync } from "node:fs";
import { languageOf } from "./terminal/language.ts";

/**
 * Answers `goldpan`, `goldpan --help` and `goldpan --version` from pages that the build has written,
 * without loading a command or even the stream of stdout: these calls are to be as quick as Node.
 * False when it is another call, or when the answer could not be given this way; then nothing was written.
 */
export function showFrontPage(argv: readonly string[]): boolean {
  const page = pageOf(argv);
  if (page === undefined) return false;
  try {
    const bytes = readFileSync(new URL(page.file, import.meta.url));
    return writeWhole(page.textOf(bytes));
  } catch {
    return false;
  }
}

interface Page {
  readonly file: string;
  readonly textOf: (bytes: Buffer) => Buffer;
}

function pageOf(argv: readonly string[]): Page | undefined {
  const [first = "--help"] = argv;
  if (first === "--help" || first === "-h") {
    const language = languageOf(argv, process.env);
    return { file: `./pages/help.${language}.txt`, textOf: (bytes) => bytes };
  }
  if (first !== "--version" && first !== "-V") return undefined;
  return { file: "../../package.json", textOf: versionOf };
}

function versionOf(bytes: Buffer): Buffer {
  // Our own package.json always has a version.
  const { version } = JSON.parse(bytes.toString("utf8")) as { version: string };
  return Buffer.from(`${version}\n`);
}

/** A page is shorter than the buffer of any pipe; what goes wrong is told by the usual way. */
function writeWhole(bytes: Buffer): boolean {
  return writeSync(1, bytes) === bytes.length;
}
