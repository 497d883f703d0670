import type { Rule } from "../src/model/finding.ts";
import { normalizationRules } from "../src/normalize/rules.ts";

const rooms: readonly (readonly [letter: string, title: string])[] = [
  ["N0", "Missing values"],
  ["N1", "Text and company names"],
  ["N2", "Phone numbers"],
  ["N3", "Codes and web addresses"],
  ["N4", "Regions and addresses"],
  ["N5", "Industries"],
  ["N6", "E-mail"],
  ["N7", "Names of persons"],
  ["N8", "Dates"],
  ["N9", "Amounts, numbers, enums"],
];

const fixes = { safe: "safe, applied", "needs-review": "needs review, listed" } as const;

/** `docs/reference/rules.md`: what normalizing changes and reports, made from the rules themselves. */
export function rulesPage(): string {
  return [
    "# Rules of normalizing",
    "",
    "Made from `src/normalize/` by `node scripts/make-reference.ts`; `goldpan explain CODE` prints one of them. A safe repair is applied and",
    "logged step by step, so that it can be taken back; with `--repairs none` nothing is changed and everything is still reported. A repair",
    "that needs review is only counted and listed. A rule without a repair reports.",
    ...rooms.flatMap(([letter, title]) => section(letter, title)),
    "",
  ].join("\n");
}

function section(letter: string, title: string): readonly string[] {
  const rules = normalizationRules.filter(({ code }) => code.startsWith(letter));
  return [
    "",
    `## ${title}`,
    "",
    "| code | name | English | 中文 | example | repair |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rules.map(row),
  ];
}

function row({ code, name, en, zh, example, fix }: Rule): string {
  const [before = "", after = ""] = example ?? [];
  const shown = example === undefined ? "" : `${cell(before)} → ${cell(after)}`;
  const repair = fix === undefined ? "" : fixes[fix];
  return `| \`${code}\` | ${name} | ${en} | ${zh} | ${shown} | ${repair} |`;
}

function cell(text: string): string {
  const plain = text.replaceAll("|", "\\|").replaceAll("\n", " ");
  return plain === "" ? "(empty)" : `\`${plain}\``;
}
