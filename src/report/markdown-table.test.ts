import { expect, test } from "vitest";
import { markdownTable } from "./markdown-table.ts";

test("a Markdown table escapes what would break it", () => {
  const columns = [
    { title: "Name", align: "left" },
    { title: "Rows", align: "right" },
  ] as const;
  expect(markdownTable(columns, [["a|b *c*\nd", ""]])).toBe(
    "| Name | Rows |\n| --- | ---: |\n| a\\|b \\*c\\* d | - |\n",
  );
});
