import { GoldpanError } from "../errors.ts";
import type { Encoding } from "./encoding.ts";

/** GB2312 and GBK are read as their superset, Latin-1 as browsers do. */
const encodingByName: Readonly<Record<string, Encoding>> = {
  big5: "big5",
  big5hkscs: "big5",
  cp932: "shift_jis",
  cp936: "gb18030",
  cp949: "euc-kr",
  cp950: "big5",
  eucjp: "euc-jp",
  euckr: "euc-kr",
  gb18030: "gb18030",
  gb2312: "gb18030",
  gbk: "gb18030",
  iso88591: "windows-1252",
  latin1: "windows-1252",
  shiftjis: "shift_jis",
  sjis: "shift_jis",
  utf16: "utf-16le",
  utf16be: "utf-16be",
  utf16le: "utf-16le",
  utf8: "utf-8",
  utf8bom: "utf-8",
  uhc: "euc-kr",
  windows1252: "windows-1252",
  windows31j: "shift_jis",
};

/** `"GB2312"` -> `"gb18030"`; undefined for a name that nobody here knows. */
export function findEncoding(name: string): Encoding | undefined {
  return encodingByName[name.toLowerCase().replaceAll(/[-_ ]/g, "")];
}

/** What `--encoding` means. Throws USAGE_UNKNOWN_ENCODING for a name that is not known. */
export function encodingNamed(name: string | undefined): Encoding | undefined {
  if (name === undefined) return undefined;
  const encoding = findEncoding(name);
  if (encoding === undefined) throw new GoldpanError("USAGE_UNKNOWN_ENCODING", { encoding: name });
  return encoding;
}
