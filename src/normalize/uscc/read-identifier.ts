import { isOrganisationCode, isRegistrationNumber, isResidentId, isUscc } from "./check-digits.ts";

export type IdentifierKind =
  | "uscc"
  | "organisation"
  | "registration"
  | "old-registration"
  | "tax"
  | "resident";

export interface Identifier {
  readonly kind: IdentifierKind;
  /** Upper case, without spaces and hyphens. */
  readonly code: string;
  /** Letters that the alphabet does not have were replaced: O -> 0, I -> 1, Z -> 2, S -> 5. */
  readonly isRepaired: boolean;
}

const lookAlikes: Readonly<Record<string, string>> = { O: "0", I: "1", Z: "2", S: "5" };

/** In the order in which they are tried; the first whose check digits fit wins. */
const kinds: readonly (readonly [IdentifierKind, (code: string) => boolean])[] = [
  ["uscc", isUscc],
  ["registration", isRegistrationNumber],
  ["resident", isResidentId],
  ["organisation", isOrganisationCode],
  ["tax", isTaxNumber],
  ["old-registration", (code) => /^[1-8]\d{12}$/.test(code)],
];

/** Tax numbers before 2015: region and organisation code; an identity card and two digits; temporary. */
function isTaxNumber(code: string): boolean {
  if (/^[1-8]\d{5}[0-9A-Z]{9}$/.test(code)) return isOrganisationCode(code.slice(6));
  if (/^\d{17}[\dX]\d\d$/.test(code)) return isResidentId(code.slice(0, 18));
  return code.startsWith("L") && isResidentId(code.slice(1));
}

/**
 * What an identifier is by its check digits: `"91110000 60003734-1l"` -> uscc "91110000600037341L";
 * a look-alike letter is repaired when the check digits then fit; else undefined.
 */
export function readIdentifier(text: string): Identifier | undefined {
  const code = compactCode(text);
  const kind = kindOf(code);
  if (kind !== undefined) return { kind, code, isRepaired: false };
  const repaired = repairsOf(text, code).find(isUscc);
  return repaired === undefined ? undefined : { kind: "uscc", code: repaired, isRepaired: true };
}

/** A small l may be an L or stand for 1; only one of the two fits both check digits. */
function repairsOf(text: string, code: string): readonly string[] {
  if (code.length !== 18) return [];
  const plain = code.replace(/[OIZS]/g, (letter) => lookAlikes[letter] ?? letter);
  if (!text.includes("l")) return plain === code ? [] : [plain];
  const ones = plain.replaceAll("L", "1");
  return [plain, ones, ones.slice(0, 17) + plain.charAt(17), plain.slice(0, 17) + ones.charAt(17)];
}

function kindOf(code: string): IdentifierKind | undefined {
  return kinds.find(([, fits]) => fits(code))?.[0];
}

/** `" ９１11-0000…l"` -> "9111 0000…L" without spaces, hyphens, quotes and label; upper case */
export function compactCode(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/^[^:\d]{0,12}\p{Script=Han}[^:\d]{0,12}(?::|(?=\d))/u, "")
    .replace(/\s*\([^()\d]*\p{Script=Han}[^()\d]*\)$/u, "")
    .replace(/[\s\p{Cf}'"=`\-\u2010-\u2015\u2212.]/gu, "")
    .toUpperCase();
}

/**
 * What an identifier of today has in common with those before it: letters 9 to 17 of a credit code
 * and 7 to 15 of an old tax number are the organisation code (GB 11714). Others stay as they are.
 * `"91110000600037341L"`, `"440300600037341"` and `"600037341"` -> "600037341"
 */
export function commonCode({ kind, code }: Identifier): string {
  if (kind === "uscc") return code.slice(8, 17);
  return kind === "tax" && code.length === 15 ? code.slice(6) : code;
}
