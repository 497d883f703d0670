/** Check digits of Chinese identifiers: GB 32100-2015, GB 11714-1997, GS 15-2006, GB 11643-1999. */

const usccLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const orgLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2];
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Value of each letter by its code; a letter that the alphabet lacks counts as nothing. */
function valuesOf(letters: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < letters.length; at += 1) values[letters.charCodeAt(at)] = at;
  return values;
}

const usccValues = valuesOf(usccLetters);
const orgValues = valuesOf(orgLetters);

function weightedSum(text: string, values: Uint8Array, weights: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at += 1) {
    sum += (values[text.charCodeAt(at)] ?? 0) * (weights[at] ?? 0);
  }
  return sum;
}

/** Department and type letters that GB 32100-2015 gives out. */
const department =
  /^(?:1[1239]|2[19]|3[123459]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)/;

/**
 * `"91110000600037341L"` -> true: alphabet, department, the check digit of the whole and that of
 * the organisation code inside, which catches damage that the outer one misses.
 */
export function isUscc(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return false;
  const check = usccLetters.charAt((31 - (weightedSum(code, usccValues, usccWeights) % 31)) % 31);
  return (
    check === code.charAt(17) && department.test(code) && isOrganisationCode(code.slice(8, 17))
  );
}

/** `"D2143569X"` -> true: the nine letters of an organisation code, without its hyphen */
export function isOrganisationCode(code: string): boolean {
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(code)) return false;
  const check = 11 - (weightedSum(code, orgValues, orgWeights) % 11);
  return code.charAt(8) === (["X", "0"][check - 10] ?? String(check));
}

/** `"310115600985533"` -> true: 15 digits of a registration number, ISO 7064 MOD 11,10 */
export function isRegistrationNumber(code: string): boolean {
  if (!/^\d{15}$/.test(code) || !isProvince(code)) return false;
  let product = 10;
  for (const digit of code.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10;
    product = ((sum === 0 ? 10 : sum) * 2) % 11;
  }
  return (11 - product) % 10 === Number(code.charAt(14));
}

/** `"36042619910101007X"`: birth date and check letter of an identity card, 18 letters or the older 15 */
export function isResidentId(code: string): boolean {
  if (/^\d{15}$/.test(code)) return isProvince(code) && isBirthDate(`19${code.slice(6, 12)}`);
  if (!/^\d{17}[\dX]$/.test(code) || !isProvince(code)) return false;
  const check = "10X98765432".charAt(weightedSum(code, usccValues, residentWeights) % 11);
  return check === code.charAt(17) && isBirthDate(code.slice(6, 14));
}

/** The first two digits of a division code; 10 is the national office, 81-83 residence permits. */
function isProvince(code: string): boolean {
  return /^(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[123])/.test(code);
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  if (year === undefined || month === undefined || day === undefined || month < 1) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1880 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}
