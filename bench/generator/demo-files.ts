import { activitiesXlsx } from "./files/activities-xlsx.ts";
import { csvText, type GeneratedFile } from "./files/generated-file.ts";
import { ledgerXlsx } from "./files/ledger-xlsx.ts";
import { oldCrmCsv } from "./files/old-crm-csv.ts";
import { oldXls } from "./files/old-xls.ts";
import { salesforceCsv } from "./files/salesforce-csv.ts";
import { wechatCsv } from "./files/wechat-csv.ts";
import { wecomXlsx } from "./files/wecom-xlsx.ts";
import { Random } from "./random.ts";
import { inventWorld, type Customer } from "./world.ts";

export const demoSeed = 20_261_124;

export interface DemoFiles {
  readonly files: readonly GeneratedFile[];
  /** `file,row,customer,contact,branch_of` as CSV: the true customer and person behind each row. */
  readonly truth: string;
}

/** The seven exports of the demo company and the truth about them. Equal seeds give equal bytes. */
export async function demoFiles(seed: number): Promise<DemoFiles> {
  const random = new Random(seed);
  const world = inventWorld(random, 1200);
  const drawn = new Set<Customer>();
  const draw = (count: number, first: readonly Customer[] = []): Customer[] => {
    const customers = drawCustomers(random, [...first, ...random.shuffle(world)], count);
    for (const customer of customers) drawn.add(customer);
    return customers;
  };
  const files = [
    await ledgerXlsx(random, draw(620)),
    oldXls(random, draw(480)),
    // The old CRM knows every customer that no list has.
    oldCrmCsv(
      random,
      draw(
        700,
        world.filter((customer) => !drawn.has(customer)),
      ),
    ),
    await wecomXlsx(random, draw(400)),
    wechatCsv(random, draw(220)),
    salesforceCsv(random, draw(200)),
    await activitiesXlsx(random, draw(300)),
  ];
  return { files, truth: truthText(files, world) };
}

/** The first `count` customers, one in twelve of them twice: colleagues enter the same customer again. */
function drawCustomers(random: Random, ordered: readonly Customer[], count: number): Customer[] {
  const once = [...new Set(ordered)].slice(0, Math.round((count * 11) / 12));
  const again = Array.from({ length: count - once.length }, () => random.pick(once));
  return random.shuffle([...once, ...again]);
}

function truthText(files: readonly GeneratedFile[], world: readonly Customer[]): string {
  const branchOf = new Map(world.map((customer) => [customer.id, customer.branchOf]));
  const rows = files.flatMap(({ name, truth }) =>
    truth.map(({ row, customer, contact }) => {
      return [name, String(row), customer, contact, branchOf.get(customer) ?? ""];
    }),
  );
  const header = ["file", "row", "customer", "contact", "branch_of"];
  return csvText([header, ...rows]).replaceAll("\r\n", "\n");
}
