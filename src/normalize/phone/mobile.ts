/**
 * Mobile segments of mainland China: the ministry's table of 2023-03 (MIIT), with the data cards
 * 145-149, resale 162 165 167 170 171, satellite 1349 1619 1740 1741 1749.
 */
const segments =
  /^1(?:[38]\d\d|4[5-9]\d|5[0-35-9]\d|6[2567]\d|61[09]|7[0-35-8]\d|74[019]|9[0-35-9]\d)\d{7}$/;
const fillers = /^1(?:(\d)\1{9}|\d0{9}|3800138000|2345678901|8888888888)$/;

const virtual = /^1(?:6[257]|7[01])\d{8}$/;

/** `"13912345678"` -> true; a prefix that is given to nobody ("154...") -> false */
export function isMobile(digits: string): boolean {
  return digits.length === 11 && segments.test(digits);
}

/** `"17012345678"` -> true: resold by a virtual operator (162, 165, 167, 170, 171 of the ministry's table) */
export function isVirtual(digits: string): boolean {
  return virtual.test(digits);
}

/** `"13800138000"` -> true: test numbers and one digit over and over, in mobile length */
export function isFillerMobile(digits: string): boolean {
  return fillers.test(digits);
}
