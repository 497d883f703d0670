import { createRequire } from "node:module";
import type { parsePhoneNumberFromString } from "libphonenumber-js/max";

interface Library {
  readonly parsePhoneNumberFromString: typeof parsePhoneNumberFromString;
}

let library: Library | undefined;

/** Loaded at the first foreign number: most files have none, and the metadata takes time to read. */
function loadLibrary(): Library {
  // `require` is untyped; the package's own types say what it returns.
  library ??= createRequire(import.meta.url)("libphonenumber-js/max") as Library;
  return library;
}

/**
 * A number with the code of another country: `"+85291234567"` -> the same; undefined when that
 * country has no such number, and for numbers of mainland China.
 */
export function readForeign(international: string): string | undefined {
  const parsed = loadLibrary().parsePhoneNumberFromString(international);
  if (parsed === undefined || parsed.countryCallingCode === "86" || !parsed.isValid()) {
    return undefined;
  }
  return parsed.number;
}
