import { readFileSync, rmSync } from "node:fs";
import { expect, test } from "vitest";
import { GoldpanError } from "../../errors.ts";
import { reportError } from "./print-error.ts";
import type { Device } from "./terminal.ts";

function told(error: unknown, argv: readonly string[]): { text: string; code: number } {
  let text = "";
  const device: Device = {
    stdout: async () => undefined,
    stderr: (line) => void (text += line),
    columns: 100,
    isTTY: false,
    env: {},
    cwd: ".",
    now: () => new Date(0),
  };
  const code = reportError(error, argv, device, "en");
  return { text, code };
}

test("tells a bug and keeps a log, neither with a word of the data", () => {
  const bug = new TypeError("cannot read 王敏 13800138001", { cause: new Error("王敏") });
  const { text, code } = told(bug, ["import", "王敏.xlsx", "--lang", "en"]);
  const [, file = ""] = /`(.*\.log)`/.exec(text) ?? [];
  const log = readFileSync(file, "utf8");
  rmSync(file);
  expect(code).toBe(3);
  expect(text).toContain("error: goldpan hit a bug and stopped (INTERNAL)\n  Cause: TypeError\n");
  expect(log).toContain("call: import ... --lang ...\nerror: TypeError\n");
  expect(text + log).not.toMatch(/王敏|13800138001/);
});

test("says nothing when the reader of stdout went away", () => {
  const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
  expect(told(gone, ["convert"])).toEqual({ text: "", code: 0 });
});

test("lays each mistake of a file below the error, with its line, and the way out last", () => {
  const place = { file: "m.yaml", row: 2, column: 1 };
  const details = { key: "custmer", nearest: "`customer`" };
  const problem = { code: "MAPPING_UNKNOWN_KEY", details, place, excerpt: "custmer: a" } as const;
  const options = { problems: [problem] };
  const error = new GoldpanError("MAPPING_NOT_VALID", { file: "m.yaml", count: 1 }, options);
  expect(told(error, [])).toEqual({
    code: 2,
    text: [
      "error: Mapping `m.yaml` is not valid (1 problem)\n",
      "\n",
      "  m.yaml:2:1  MAPPING_UNKNOWN_KEY\n",
      "     2 | custmer: a\n",
      "       | Unknown key `custmer`; did you mean `customer`?\n",
      "\n",
      "hint: Check a mapping without loading with `goldpan mapping check m.yaml`\n",
    ].join(""),
  });
});

test("gives machines one object with the code, the sentence and the hint", () => {
  const error = new GoldpanError("CONFIG_MISSING", { folder: "." });
  const object: unknown = JSON.parse(told(error, ["import", "--format=json"]).text);
  expect(object).toMatchObject({
    format: "goldpan.error/1",
    exitCode: 2,
    code: "CONFIG_MISSING",
    message: "Cannot find `goldpan.yaml` in `.` or above",
  });
});
