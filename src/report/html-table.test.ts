import { expect, test } from "vitest";
import { escapeHtml, htmlPage } from "./html-page.ts";
import { htmlTable } from "./html-table.ts";

test("no text of a file can become markup", () => {
  expect(escapeHtml(`<b>"Tom" & 'Jerry'</b>`)).toBe(
    "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;",
  );
  const table = htmlTable(
    [{ title: '"><script>', align: "left" }],
    [["<img src=x onerror=alert(1)>"]],
  );
  expect(table).not.toMatch(/<(?:script|img)/);
});

test("a page loads nothing and says its language", () => {
  const page = htmlPage({ language: "zh", title: "盘点", lead: "7 个文件", body: "" });
  expect(page).toContain('<html lang="zh-CN">');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|<link|<img|https?:\/\/|@import|url\(/);
});

test("percentages get a bar, cells a label for narrow screens, a tone where one is asked for", () => {
  const columns = [
    { title: "Source", align: "left" },
    { title: "Filled", align: "right" },
  ] as const;
  const html = htmlTable(columns, [["a.csv", "60.0%"]], (_, column) =>
    column === 0 ? "warn" : undefined,
  );
  expect(html).toContain('<td class="warn" data-label="Source">a.csv</td>');
  expect(html).toContain(
    '<td class="number bar" style="--share: 60.0%" data-label="Filled">60.0%</td>',
  );
});
