import {
  isOrganisationCode,
  isRegistrationNumber,
  isResidentId,
} from "../../src/normalize/uscc/check-digits.ts";
import { readIdentifier } from "../../src/normalize/uscc/read-identifier.ts";
import { phone } from "../../src/normalize/phone/phone.ts";
import { readUdi } from "../../src/normalize/udi/read-udi.ts";
import {
  type CheckedRow,
  codesOf,
  normalized,
  readJson,
  readTable,
  type VectorCheck,
} from "./vector-check.ts";

const valid: Readonly<Record<string, (code: string) => boolean>> = {
  uscc: (code) => readIdentifier(code)?.kind === "uscc",
  orgcode: isOrganisationCode,
  regno15: isRegistrationNumber,
  ric: isResidentId,
  ric15: isResidentId,
};

const ids: VectorCheck = {
  file: "ids.csv",
  what: "valid or not by every check digit",
  rows: () =>
    readTable("ids.csv", ["kind", "input", "expect"]).map(({ kind, input, expect: expected }) => ({
      input: `${kind} ${input}`,
      expected: expected === "invalid" ? "invalid" : "valid",
      got: valid[kind]?.(input.replace("-", "").toUpperCase()) === true ? "valid" : "invalid",
    })),
};

interface UdiRow {
  readonly input: string;
  readonly expect: string;
  readonly di: string;
  readonly pi: string;
}

const udi: VectorCheck = {
  file: "udi.json",
  what: "device identifier and production identifiers",
  rows: () =>
    readJson<readonly UdiRow[]>("udi.json").map(({ input, expect: expected, di, pi }) => {
      const found = readUdi(input);
      const isMa = expected === "format-only";
      const shown =
        typeof found === "string"
          ? found
          : [found.di, ...(isMa ? [] : found.pi.map((pair) => pair.join("=")))].join(";");
      const wanted = di === "" ? (expected === "lost" ? "lost" : "invalid") : [di, pi];
      return {
        input,
        expected:
          typeof wanted === "string" ? wanted : wanted.filter((part) => part !== "").join(";"),
        got: shown,
      };
    }),
};

const phoneColumns = ["input", "expect", "normalized", "ext"] as const;
const phones: VectorCheck = {
  file: "phones.csv",
  what: "number in E.164 with its extension, or refused",
  rows: () => readTable("phones.csv", phoneColumns).map(checkPhone),
};

function checkPhone(row: Readonly<Record<(typeof phoneColumns)[number], string>>): CheckedRow {
  const { input, expect: kind, normalized: number, ext } = row;
  const result = normalized(phone, input);
  const shown = result.items
    .map(({ display }) => display.replace(" ext ", ";ext=").replaceAll("-", ""))
    .join(" ");
  const isCallable = result.items.some(({ key }) => key !== "");
  if (kind === "invalid") return { input, expected: kind, got: isCallable ? shown : kind };
  if (number === "")
    return { input, expected: "read", got: isCallable || codesOf(result) !== "" ? "read" : shown };
  const expected = ext === "" ? number : `${number};ext=${ext}`;
  const isRight = kind === "multi" ? shown.startsWith(expected) : shown === expected;
  return { input, expected, got: isRight ? expected : `${shown} ${codesOf(result)}` };
}

export const identifierChecks: readonly VectorCheck[] = [ids, udi, phones];
