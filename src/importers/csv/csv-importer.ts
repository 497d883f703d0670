import { GoldpanError } from "../../errors.ts";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import type { FileDigest } from "../decode-file.ts";
import { encodingNamed } from "../encoding-name.ts";
import type { Encoding } from "../encoding.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { readCsv } from "./read-csv.ts";

/** Delimited text: commas, tabs, semicolons, bars or full-width commas. */
export const csvImporter: Importer = {
  name: "csv",
  open: (file, options) => Promise.resolve(openCsv(file, options)),
};

function openCsv({ path, digest }: FileToRead, options: ReadOptions): RawSource {
  if (options.sheet !== undefined)
    throw new GoldpanError("IMPORT_NO_SHEETS", { file: path, sheet: options.sheet });
  const asked = encodingNamed(options.encoding);
  const encoding = asked ?? digest.encoding;
  const isUtf8 = digest.encoding === "utf-8" && !digest.damaged;
  const isMixed = asked === undefined && digest.mixed;
  const findings = asked === undefined ? doubtsAbout(digest) : [];
  return { tables: [readCsv(path, { encoding, isUtf8, isMixed })], encoding, findings };
}

const guessed: readonly Encoding[] = [
  "gb18030",
  "big5",
  "shift_jis",
  "euc-jp",
  "euc-kr",
  "windows-1252",
];

/** What a person should know of an encoding that nobody named. */
function doubtsAbout({ encoding, damaged, mixed }: FileDigest): Finding[] {
  if (damaged) return [{ code: "I106", severity: "warning", value: encoding }];
  if (mixed) return [{ code: "I110", severity: "warning", value: `utf-8 + ${encoding}` }];
  const isGuess = guessed.includes(encoding);
  return isGuess ? [{ code: "I108", severity: "info", value: encoding }] : [];
}
