import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { fitText, type Cut } from "./fit-text.ts";
import { textTable, type TextColumn } from "./text-table.ts";

describe("textTable", () => {
  test("keeps columns in line over Han letters, numbers to the right, blanks as a dash", () => {
    const columns = [
      { title: "Sheet", align: "left" },
      { title: "Rows", align: "right" },
      { title: "Note", align: "left" },
    ] as const;
    const text = textTable(columns, [
      ["客户台账", "8,214", ""],
      ["a", "1", "x"],
    ]);
    expect(text).toBe(
      [
        "  Sheet      Rows  Note",
        "  --------  -----  ----",
        "  客户台账  8,214  -",
        "  a             1  x",
        "",
      ].join("\n"),
    );
  });

  const wide: readonly TextColumn[] = [
    { title: "Name", align: "left" },
    { title: "Records", align: "right" },
    { title: "Format", align: "left", priority: 1 },
    { title: "Note", align: "left", priority: 2 },
  ];
  const row = ["华宸精密技术有限公司深圳分公司", "8,214", "xlsx", "a longer note about it"];

  test("drops columns by priority when the terminal is narrow, and says so", () => {
    const text = textTable(wide, [row], { language: "en", width: 52 });
    expect(text.split("\n")[0]).toBe("  Name                            Records  Format");
    expect(text).toContain("1 column hidden; widen the terminal to see it");
  });

  test("cuts the widest text when dropping is not enough, never a number", () => {
    const text = textTable(wide, [row], { language: "zh", width: 30 });
    const lines = text.split("\n");
    expect(lines[2]).toBe("  华宸精密技术有限...    8,214");
    for (const line of lines.slice(0, 3)) expect(stringWidth(line)).toBeLessThanOrEqual(30);
  });

  test("keeps a cell with line breaks on its line", () => {
    expect(textTable([{ title: "A", align: "left" }], [["x\r\ny"]])).toContain("  x y\n");
  });
});

const cuts: readonly (readonly [string, number, Cut, string, string])[] = [
  ["华宸精密技术", 9, "end", "华宸精...", "wide letters are not cut in two"],
  ["华宸精密技术", 10, "end", "华宸精...", "half a letter is left out"],
  ["exports/crm.csv", 10, "start", "...crm.csv", "paths lose their start"],
  ["short", 5, "end", "short", "what fits stays"],
];

test.each(cuts)("fitText(%j, %i, %s) -> %j: %s", (text, width, cut, expected) => {
  expect(fitText(text, width, cut)).toBe(expected);
});
