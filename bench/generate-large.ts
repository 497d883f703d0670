import { closeSync, openSync, writeSync } from "node:fs";
import { parseArgs } from "node:util";
import { csvText } from "./generator/files/generated-file.ts";
import { encodeGb18030 } from "./generator/gb18030.ts";
import { dirtyDate, dirtyMobile, dirtyName } from "./generator/noise.ts";
import { Random } from "./generator/random.ts";
import { inventWorld, type Customer } from "./generator/world.ts";

/**
 * Writes a customer table of ROWS rows as CSV and its labels beside it (`record,entity`):
 * `node bench/generate-large.ts ROWS OUT.csv LABELS.csv [SEED] [--wide] [--encoding gb18030]`.
 * `--wide` has 20 columns, notes with commas, quotes and line breaks among them. Equal seeds give
 * equal bytes.
 */
const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    wide: { type: "boolean", default: false },
    encoding: { type: "string", default: "utf-8" },
  },
});
const [rowsText = "1000000", out = "customers.csv", labels = "labels.csv", seed = "7"] =
  positionals;
const rows = Number(rowsText);
const random = new Random(Number(seed));
const notes = new Random(Number(seed) + 1);
const world = inventWorld(random, Math.ceil(rows * 0.6));
const [outFile, labelFile] = [openSync(out, "w"), openSync(labels, "w")];
const encode = asked.encoding === "gb18030" ? encodeGb18030 : (text: string) => Buffer.from(text);

const narrow = "rec_id,客户名称,统一社会信用代码,电话,手机,邮箱,地址,联系人,负责人,部门".split(",");
const more =
  "职务,微信号,行业,客户来源,合作阶段,客户级别,年采购额预估,创建时间,最近跟进时间,备注".split(",");
writeSync(outFile, encode(csvText([asked.wide ? [...narrow, ...more] : narrow], false, "\n")));
writeSync(labelFile, "record,entity\n");

function day(): string {
  const month = String(1 + notes.below(12)).padStart(2, "0");
  return `${2015 + notes.below(11)}-${month}-${String(1 + notes.below(28)).padStart(2, "0")}`;
}

function note(): string {
  const words = ["老客户", "下季度再联系", "要求开专票", "价格偏高", "已寄样品", "展会认识"];
  const text = notes.pick(words);
  if (notes.chance(8)) return `${text},${notes.pick(words)}`;
  if (notes.chance(2)) return `客户说"${text}"`;
  return notes.chance(1) ? `${text}\n${notes.pick(words)}` : notes.chance(50) ? text : "";
}

/** The ten columns more of a wide table. */
function moreCells(customer: Customer): string[] {
  const [person] = customer.people;
  return [
    person?.title ?? "",
    person?.wechat ?? "",
    customer.industry,
    customer.source,
    customer.stage,
    customer.level,
    `${customer.annualPurchaseWan}万`,
    `${day()} ${String(8 + notes.below(12)).padStart(2, "0")}:30:00`,
    dirtyDate(notes, day()),
    note(),
  ];
}

const batch = 10_000;
for (let start = 0; start < rows; start += batch) {
  const lines: string[][] = [];
  const truth: string[][] = [];
  for (let index = start; index < Math.min(rows, start + batch); index += 1) {
    const customer = index < world.length ? world[index] : random.pick(world);
    const person = customer?.people[0];
    if (customer === undefined || person === undefined) continue;
    const [owner, department] = customer.owner;
    const cells = [
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
    ];
    lines.push(asked.wide ? [...cells, ...moreCells(customer)] : cells);
    truth.push([`r${index}`, customer.id]);
  }
  writeSync(outFile, encode(csvText(lines, false, "\n")));
  writeSync(labelFile, csvText(truth, false, "\n"));
}
closeSync(outFile);
closeSync(labelFile);
