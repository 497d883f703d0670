import type { Language } from "../errors.ts";

/** `<b>` -> `&lt;b&gt;`: a text as it may stand in an element or between quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A page of its own: title, one sentence below it, and the HTML of its parts. */
export interface HtmlPage {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

/**
 * A whole page in one file that loads nothing: no script, no font, no picture, and a policy that
 * forbids any. Reads on a phone as well as on a desk, in the dark as well as on paper.
 */
export function htmlPage({ language, title, lead, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(lead)}</p></header>
<main>
${body}</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --ink: #1d2126; --soft: #5b6470; --line: #dde1e6; --paper: #fff; --ground: #f5f6f8; --bar: #9ec5e8; --good: #1a7f4b; --warn: #9a6200; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #9aa4b0; --line: #333a43; --paper: #1b1f24; --ground: #13161a; --bar: #2f5d86; --good: #5fc48d; --warn: #e0a640; --bad: #ef8079; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
header, main { max-width: 1200px; margin: 0 auto; padding: 0 20px; }
header { padding-top: 28px; }
h1 { font-size: 26px; margin: 0 0 4px; }
header p { color: var(--soft); margin: 0; }
section, details { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; margin: 20px 0; padding: 16px 18px; }
h2, summary { font-size: 17px; font-weight: 600; margin: 0 0 10px; overflow-wrap: anywhere; }
summary { cursor: pointer; margin: 0; }
details[open] summary { margin-bottom: 10px; }
summary small { color: var(--soft); font-weight: 400; margin-left: 8px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(130px, 1fr)); gap: 12px; background: none; border: 0; padding: 0; }
.tile { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 12px 14px; }
.tile b { display: block; font-size: 24px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.tile span { color: var(--soft); font-size: 13px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { color: var(--soft); font-weight: 500; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--line); padding: 4px 12px 6px 0; }
td { border-bottom: 1px solid var(--line); padding: 6px 12px 6px 0; vertical-align: top; overflow-wrap: anywhere; }
tr:last-child td { border-bottom: 0; }
th.number, td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { background: linear-gradient(to right, var(--bar) var(--share), transparent var(--share)) no-repeat calc(100% - 12px) bottom / 64px 3px; padding-bottom: 8px; }
.good { color: var(--good); font-weight: 600; } .warn { color: var(--warn); font-weight: 600; } .bad { color: var(--bad); font-weight: 600; }
@media (max-width: 640px) {
  header, main { padding: 0 12px; }
  header { padding-top: 18px; }
  thead { display: none; }
  table, tbody, tr, td { display: block; width: 100%; }
  tr { border-bottom: 1px solid var(--line); padding: 6px 0; }
  tr:last-child { border-bottom: 0; }
  td, td.number { border: 0; display: grid; grid-template-columns: 108px 1fr; gap: 8px; padding: 2px 0; text-align: left; white-space: normal; }
  td.number.bar { padding-bottom: 6px; background-position: 116px bottom; }
  td::before { content: attr(data-label); color: var(--soft); }
  td:empty { display: none; }
  td:first-child { display: block; font-weight: 600; }
  td:first-child::before { content: none; }
}
@media print { body { background: none; } details { break-inside: avoid; } }
`;
