import type { PersonalClass } from "../../model/inventory.ts";
import type { EntityName, Field } from "../../model/entity.ts";
import { narrow } from "../../text/width.ts";
import { isResidentId } from "../../normalize/uscc/check-digits.ts";

const mobile = /(?<!\d)1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)/;
const email = /[^\s@<>(),;:]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/i;
const wechat = /\bwxid_\w+|微信[号:：]?\s*[a-z][\w-]{5,19}/i;
const longNumber = /(?<!\d)\d{15,19}[\dXx]?(?!\d)/g;
/** An identity number with the birthday set apart. */
const apart = /(?<!\d)\d{6}[ -]\d{8}[ -]?\d{3}[\dXx](?!\d)/g;
const fullWidthDigit = /[\uff10-\uff19]/;
const mayHold = /@|wxid|微信|\d{2}[\d -]{6}/;

/** A cell may hold personal data wherever it stands: in a column of its own or in a note. */
export function personalIn(text: string): readonly PersonalClass[] {
  const plain = fullWidthDigit.test(text) ? narrow(text) : text;
  if (!mayHold.test(plain)) return [];
  const found: PersonalClass[] = [];
  if (mobile.test(plain)) found.push("mobile");
  if (email.test(plain)) found.push("email");
  if (wechat.test(plain)) found.push("wechat");
  addNumbers(plain, found);
  return found.length > 1 ? [...new Set(found)] : found;
}

function addNumbers(text: string, found: PersonalClass[]): void {
  for (const [number] of text.matchAll(longNumber)) {
    if (isResidentId(number.toUpperCase())) found.push("resident-id");
    else if (isBankCard(number)) found.push("bank-card");
  }
  if (text.match(apart)?.some(isInPieces) === true) found.push("resident-id");
}

/** `110105 19491231 002x` -> true */
function isInPieces(number: string): boolean {
  return isResidentId(number.replaceAll(/[ -]/g, "").toUpperCase());
}

/** ISO/IEC 7812: 16 to 19 digits that begin as cards of Chinese banks do, with a Luhn check digit. */
function isBankCard(number: string): boolean {
  if (!/^(?:62|4|5[1-5]|35)\d+$/.test(number) || number.length < 16) return false;
  let sum = 0;
  [...number].toReversed().forEach((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  });
  return sum % 10 === 0;
}

const headingClasses: readonly (readonly [RegExp, PersonalClass])[] = [
  [/身份证|证件号/, "resident-id"],
  [/生日|出生|birthday/i, "birthday"],
  [/银行卡|卡号/, "bank-card"],
];

/**
 * The class of a column every cell of which is personal by what the column is for: a name has no
 * pattern that could tell it from another word.
 */
export function personalColumn(
  heading: string,
  entity: EntityName | null,
  field: Field | undefined,
): PersonalClass | undefined {
  const byHeading = headingClasses.find(([pattern]) => pattern.test(heading));
  if (byHeading !== undefined) return byHeading[1];
  if (field?.type === "person" || field?.refersTo === "contact") return "person-name";
  if (field?.type === "phone" && entity === "contact") return "phone";
  return field === undefined ? undefined : fieldClasses[field.name];
}

const fieldClasses: Readonly<Record<string, PersonalClass>> = {
  bank_account: "bank-card",
  external_userid: "wechat",
  remark_name: "person-name",
  wechat_id: "wechat",
};
