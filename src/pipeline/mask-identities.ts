import {
  isOrganisationCode,
  isRegistrationNumber,
  isResidentId,
} from "../normalize/uscc/check-digits.ts";

/**
 * Which numbers are taken for identity numbers: every one that is long enough; those of 18 letters
 * that check; those and the older ones of 15 digits with a region and a birthday, be they a company's
 * number as well or not; or only those that are none.
 */
export type IdentityRule = "any" | "long" | "dated" | "likely";

/** Eighteen letters, as they are written: in one piece, or with birthday and end set apart. */
const longNumber = /(?<!\d)\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx](?!\d)/g;
const shortNumber = /(?<![\dA-Za-z])\d{15}(?![\dA-Za-z])/g;
const anyNumber = /(?<!\d)\d{6}[ -]?(?:\d{8}[ -]?\d{3}[\dXx]|\d{6}[ -]?\d{3})(?!\d)/g;

/** A number behind these words is a person's, mistyped or not. */
const namedNumber =
  /(?<=(?:身份证|证件|identity card|id card)[^\d,，;；]{0,8})\d{6}[ -]?(?:\d{8}[ -]?\d{3}[\dXx]|\d{6}[ -]?\d{3})(?!\d)/gi;

/**
 * Hides the birthday and the order in identity numbers of persons (GB 11643-1999 and the 15 digits
 * before it): region and the last four letters stay, and `onFound` is told the number. A number that
 * is none stays.
 * `"张三 11010519491231002X"` -> `"张三 110105********002X"`
 */
export function maskIdentities(
  text: string,
  rule: IdentityRule = "likely",
  onFound: (number: string) => void = () => undefined,
): string {
  const hide = (number: string): string => {
    onFound(bare(number));
    return masked(number);
  };
  if (rule === "any") return text.replaceAll(anyNumber, hide);
  const withoutLong = text.replaceAll(longNumber, (number) =>
    isResidentId(bare(number)) ? hide(number) : number,
  );
  if (rule === "long") return withoutLong;
  return withoutLong
    .replaceAll(namedNumber, hide)
    .replaceAll(shortNumber, (number) =>
      isResidentId(number) && (rule === "dated" || !isOfCompany(number)) ? hide(number) : number,
    );
}

/** `110105 19491231 002x` -> `11010519491231002X` */
function bare(number: string): string {
  return number.replaceAll(/[ -]/g, "").toUpperCase();
}

function masked(number: string): string {
  return `${number.slice(0, 6)}${"*".repeat(number.length - 10)}${number.slice(-4)}`;
}

/** A registration number of 15 digits, or a tax number: division code and organisation code. */
function isOfCompany(number: string): boolean {
  return isRegistrationNumber(number) || isOrganisationCode(number.slice(6));
}
