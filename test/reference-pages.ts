import { errorMessages } from "../src/error-messages.ts";
import type { ErrorMessage } from "../src/error-messages/error-message.ts";

const exitMeanings: Readonly<Record<number, string>> = {
  2: "usage, configuration or mapping wrong, nothing touched",
  3: "could not: input, output, connection",
  5: "conflict",
  7: "locked",
};

/** `docs/reference/errors.md`, made from the tables of messages so that it cannot differ from them. */
export function errorsPage(): string {
  const entries: [string, ErrorMessage][] = Object.entries(errorMessages);
  const rows = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { exit, en, zh, hint }]) =>
        `| \`${code}\` | ${exit} | ${cell(en)} | ${cell(zh)} | ${cell(hint?.en ?? "")} |`,
    );
  const exits = Object.entries(exitMeanings).map(([code, text]) => `- ${code}: ${text}`);
  return [
    "# Errors",
    "",
    "Made from `src/error-messages/` by `node scripts/make-reference.ts`. An error stops the work; problems in the data are findings.",
    "",
    ...exits,
    "",
    "| code | exit | English | 中文 | what to do |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}

/** A bar inside a cell would end it. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}
