import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { activitiesXlsx } from "./generator/files/activities-xlsx.ts";
import { csvText, type GeneratedFile } from "./generator/files/generated-file.ts";
import { ledgerXlsx } from "./generator/files/ledger-xlsx.ts";
import { oldCrmCsv } from "./generator/files/old-crm-csv.ts";
import { oldXls } from "./generator/files/old-xls.ts";
import { salesforceCsv } from "./generator/files/salesforce-csv.ts";
import { wechatCsv } from "./generator/files/wechat-csv.ts";
import { wecomXlsx } from "./generator/files/wecom-xlsx.ts";
import { Random } from "./generator/random.ts";
import { inventWorld, type Customer } from "./generator/world.ts";

/** Writes the seven files of `fixtures/demo/exports` and the truth: `node bench/generate-demo.ts [SEED]`. */
const random = new Random(Number(process.argv[2] ?? 20_261_124));
const world = inventWorld(random, 1200);
const folder = join(import.meta.dirname, "../fixtures/demo");
mkdirSync(join(folder, "exports"), { recursive: true });

/** `count` customers, one in twelve of them twice: colleagues enter the same customer again. */
function draw(count: number): Customer[] {
  const once = random.shuffle(world).slice(0, Math.round((count * 11) / 12));
  const again = Array.from({ length: count - once.length }, () => random.pick(once));
  return random.shuffle([...once, ...again]);
}

const files: GeneratedFile[] = [
  await ledgerXlsx(random, draw(620)),
  oldXls(random, draw(480)),
  oldCrmCsv(random, draw(700)),
  await wecomXlsx(random, draw(400)),
  wechatCsv(random, draw(220)),
  salesforceCsv(random, draw(200)),
  await activitiesXlsx(random, draw(300)),
];

for (const { name, bytes } of files) writeFileSync(join(folder, "exports", name), bytes);
const truth = files.flatMap(({ name, truth: rows }) =>
  rows.map(({ row, customer, contact }) => [name, String(row), customer, contact]),
);
writeFileSync(
  join(folder, "truth.csv"),
  csvText([["file", "row", "customer", "contact"], ...truth]).replaceAll("\r\n", "\n"),
);
