import { fitsPattern } from "../../text/fits-pattern.ts";

/**
 * Is a sheet one that the caller means? Without a name all that are not hidden, by a pattern those of
 * them that fit, by its name the one, hidden or not.
 */
export function isMeant(name: string, isHidden: boolean, asked: string | undefined): boolean {
  if (asked === undefined) return !isHidden;
  return asked.includes("*") ? !isHidden && fitsPattern(name, asked) : name === asked;
}
