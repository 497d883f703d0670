import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { encodeLegacy } from "../text/legacy-bytes.ts";
import { digestFile } from "./decode-file.ts";

const folder = mkdtempSync(join(tmpdir(), "goldpan-digest-"));
afterAll(() => rmSync(folder, { recursive: true }));

const gbk = (text: string): Buffer => Buffer.from(encodeLegacy(text, "gbk") ?? []);
const line = "深圳市华宸精密机械有限公司,0755-58880001\n";
const ascii = "customer,phone,city\n".repeat(60_000);
const whole = { damaged: false, mixed: false };

test.each<[Buffer, object, string]>([
  [Buffer.from("a,b\n"), { encoding: "utf-8", ...whole }, "ASCII"],
  [Buffer.from(line.repeat(30_000)), { encoding: "utf-8", ...whole }, "letters cut by the chunks"],
  [Buffer.from(line).subarray(0, 20), { encoding: "utf-8", ...whole, damaged: true }, "cut off"],
  [gbk(line.repeat(50)), { encoding: "gb18030", ...whole }, "GBK"],
  [gbk(ascii + line), { encoding: "gb18030", ...whole }, "the first letter behind a megabyte"],
  [Buffer.from(line.repeat(50), "utf16le"), { encoding: "utf-16le", ...whole }, "UTF-16, no mark"],
  [
    Buffer.concat([Buffer.from(line.repeat(50)), gbk(line)]),
    { encoding: "gb18030", damaged: false, mixed: true },
    "one line of GBK glued to UTF-8",
  ],
  [
    Buffer.concat([gbk(line.repeat(20_000)), Buffer.from(line)]),
    { encoding: "gb18030", damaged: false, mixed: true },
    "one line of UTF-8 glued to GBK",
  ],
  [
    Buffer.concat([Buffer.from(line.repeat(50)), Buffer.from([0xe5, 0x8d]), Buffer.from(",1\n")]),
    { encoding: "utf-8", damaged: true, mixed: false },
    "one letter cut is no other encoding",
  ],
])("%# is told for what it is", async (bytes, expected) => {
  const path = join(folder, "file.csv");
  writeFileSync(path, bytes);
  expect(await digestFile(path)).toMatchObject({ bytes: bytes.length, ...expected });
});
