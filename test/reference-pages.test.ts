import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { errorMessages } from "../src/error-messages.ts";
import type { ErrorMessage } from "../src/error-messages/error-message.ts";
import { errorsPage } from "./reference-pages.ts";

test("the page of errors says what the tables say; renew it with `node scripts/make-reference.ts`", () => {
  const page = readFileSync(join(import.meta.dirname, "../docs/reference/errors.md"), "utf8");
  expect(page).toBe(errorsPage());
});

test.each<[string, ErrorMessage]>(Object.entries(errorMessages))(
  "%s says the same things in both languages",
  (code, { en, zh, hint }) => {
    const details = (text: string): string[] =>
      [...new Set(text.match(/\{\w+\}/g) ?? [])].map((each) => each.replace("Zh}", "}")).sort();
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    expect(details(zh)).toEqual(details(en));
    expect(details(hint?.zh ?? "")).toEqual(details(hint?.en ?? ""));
    expect(en).not.toMatch(/\.$|please|invalid input/i);
  },
);
