import type { Language } from "../../errors.ts";

/**
 * The language a person reads: `--lang`, then `GOLDPAN_LANG`, `LC_ALL`, `LANG`; English else.
 * `undefined, { LANG: "zh_CN.UTF-8" }` -> `zh`
 */
export function languageOf(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const named = flag ?? env["GOLDPAN_LANG"] ?? env["LC_ALL"] ?? env["LANG"] ?? "";
  return /^zh/i.test(named) ? "zh" : "en";
}
