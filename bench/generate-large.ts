import { closeSync, openSync, writeSync } from "node:fs";
import { csvText } from "./generator/files/generated-file.ts";
import { dirtyMobile, dirtyName } from "./generator/noise.ts";
import { Random } from "./generator/random.ts";
import { inventWorld } from "./generator/world.ts";

/**
 * Writes a customer table of ROWS rows as CSV and its labels beside it (`record,entity`):
 * `node bench/generate-large.ts ROWS OUT.csv LABELS.csv [SEED]`. Equal seeds give equal bytes.
 */
const [rowsText = "1000000", out = "customers.csv", labels = "labels.csv", seed = "7"] =
  process.argv.slice(2);
const rows = Number(rowsText);
const random = new Random(Number(seed));
const world = inventWorld(random, Math.ceil(rows * 0.6));
const [outFile, labelFile] = [openSync(out, "w"), openSync(labels, "w")];
writeSync(outFile, "rec_id,客户名称,统一社会信用代码,电话,手机,邮箱,地址,联系人,负责人,部门\n");
writeSync(labelFile, "record,entity\n");

const batch = 10_000;
for (let start = 0; start < rows; start += batch) {
  const lines: string[][] = [];
  const truth: string[][] = [];
  for (let index = start; index < Math.min(rows, start + batch); index += 1) {
    const customer = index < world.length ? world[index] : random.pick(world);
    const person = customer?.people[0];
    if (customer === undefined || person === undefined) continue;
    const [owner, department] = customer.owner;
    lines.push([
      `r${index}`,
      dirtyName(random, customer),
      random.chance(40) ? customer.uscc : "",
      random.chance(60) ? customer.landline : "",
      random.chance(50) ? dirtyMobile(random, person.mobile) : "",
      random.chance(40) ? person.email : "",
      random.chance(60) ? customer.address : "",
      person.name,
      owner,
      department,
    ]);
    truth.push([`r${index}`, customer.id]);
  }
  writeSync(outFile, csvText(lines).replaceAll("\r\n", "\n"));
  writeSync(labelFile, csvText(truth).replaceAll("\r\n", "\n"));
}
closeSync(outFile);
closeSync(labelFile);
