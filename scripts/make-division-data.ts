import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Makes the division tables of `src/normalize/address/data` from the reference tables beside the checkout:
 * `node scripts/make-division-data.ts ../shared/data/reference`.
 */
const reference = process.argv[2] ?? join(import.meta.dirname, "../../shared/data/reference");
const target = join(import.meta.dirname, "../src/normalize/address/data");
const read = (file: string): string => readFileSync(join(reference, file), "utf8");

const current = new Map<string, string>(
  Object.entries(JSON.parse(read("divisions_mumuy_2026-04.json")) as Record<string, string>),
);
// The source numbers Taiwan 83; GB/T 2260 gives it 71.
for (const [code, name] of [...current].filter(([code]) => code.startsWith("83"))) {
  current.delete(code);
  current.set(`71${code.slice(2)}`, name);
}

interface WithdrawnRow {
  readonly code: string;
  readonly name: string;
  readonly until: number;
  readonly successors: readonly string[];
}

const withdrawn: WithdrawnRow[] = read("areacodes_history_1981_2024.csv")
  .split("\n")
  .slice(1)
  .map((line) => line.trim().split(","))
  .filter((cells) => cells[5] === "弃用" || cells[5] === "变更")
  .map(([code = "", , , name = "", , state, , until, successors = ""]) => ({
    code,
    name,
    until: Number(until),
    successors: state === "变更" ? [code] : partsOf(successors),
  }));
withdrawn.push(
  { code: "500105", name: "江北区", until: 2025, successors: ["500157"] },
  { code: "500112", name: "渝北区", until: 2025, successors: ["500157"] },
);
const rowByCode = new Map(withdrawn.map((row) => [row.code, row]));

/** `"330102[1996];330102"` -> 330102: a successor with a year took over only a part. */
function partsOf(successors: string): string[] {
  return successors.split(";").filter((each) => /^\d{6}$/.test(each));
}

/** The divisions of today that a code became. */
function today(code: string, depth = 0): string[] {
  if (current.has(code)) return [code];
  const row = rowByCode.get(code);
  if (row === undefined || depth > 6) return [];
  return row.successors.flatMap((each) => today(each, depth + 1));
}

/** The deepest division of today that holds all of `codes`, "" when there is none. */
function commonAncestor(codes: readonly string[]): string {
  const [first = ""] = codes;
  for (const digits of [6, 4, 2]) {
    const prefix = first.slice(0, digits);
    const code = prefix.padEnd(6, "0");
    if (current.has(code) && codes.every((each) => each.startsWith(prefix))) return code;
  }
  return "";
}

/** A prefecture without a successor of its own is known by what became of its counties. */
function successorsOf({ code, successors }: WithdrawnRow): string[] {
  const isPrefecture = code.endsWith("00") && successors.length === 0;
  const counties = isPrefecture
    ? withdrawn.filter((row) => row.code.startsWith(code.slice(0, 4)) && row.code !== code)
    : [];
  return isPrefecture
    ? counties.flatMap((county) => today(county.code))
    : successors.flatMap((each) => today(each));
}

const firstYear = 1992;
const lines = [...current].map(([code, name]) => `${code} ${name}`);
const seen = new Set(lines);
const withdrawnLines: string[] = [];
for (const row of withdrawn) {
  const { code, name, until } = row;
  const successor = commonAncestor(successorsOf(row));
  // A county that kept its name is found by today's row, unless it then lay in another city.
  const isMoved = successor.slice(0, 4) !== code.slice(0, 4);
  const isKnown = (seen.has(`${successor} ${name}`) && !isMoved) || seen.has(`${code} ${name}`);
  if (until < firstYear || successor === "" || isKnown || /^市辖|^县$/.test(name)) continue;
  seen.add(`${code} ${name}`);
  if (!isMoved) seen.add(`${successor} ${name}`);
  withdrawnLines.push(`${code} ${name} ${successor}`);
}

function write(file: string, table: readonly string[]): void {
  writeFileSync(join(target, file), `${JSON.stringify(table.toSorted(), undefined, 0)}\n`);
}
write("divisions.json", lines);
write("withdrawn-divisions.json", withdrawnLines);
