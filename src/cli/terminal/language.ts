import type { Language } from "../../errors.ts";

/**
 * The language a person reads: `--lang`, then `GOLDPAN_LANG`, `LC_ALL`, `LANG`; English else.
 * Reads the words themselves, because a call that cannot be parsed needs a language too.
 * `["--lang", "zh"], {}` -> `zh`; `[], { LANG: "zh_CN.UTF-8" }` -> `zh`
 */
export function languageOf(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const flag = at < 0 ? undefined : (words[at]?.split("=")[1] ?? words[at + 1]);
  const named = [flag, env["GOLDPAN_LANG"], env["LC_ALL"], env["LANG"]].find(
    (name) => name !== undefined && name !== "",
  );
  return /^zh/i.test(named ?? "") ? "zh" : "en";
}
