import { blank, dirtyName } from "../noise.ts";
import type { Random } from "../random.ts";
import type { Customer } from "../world.ts";
import { csvText, truthOf, type DirtyRow, type GeneratedFile } from "./generated-file.ts";

const header = [
  "ID",
  "ISDELETED",
  "NAME",
  "TYPE",
  "BILLINGSTREET",
  "BILLINGCITY",
  "BILLINGSTATE",
  "PHONE",
  "WEBSITE",
  "INDUSTRY",
  "ANNUALREVENUE",
  "OWNERID",
  "CREATEDDATE",
  "LASTMODIFIEDDATE",
];

function account(random: Random, customer: Customer): DirtyRow {
  const [, province, city] = customer.city;
  const phone = random.chance(80) ? `+86 ${customer.landline.replace(/^0/, "")}` : "";
  return {
    cells: [
      `001${random.digits(12)}AAA`,
      "false",
      dirtyName(random, customer),
      "Customer",
      customer.address,
      city,
      province,
      phone,
      random.chance(60) ? `https://${customer.domain}` : blank(random),
      customer.industry,
      `${customer.annualPurchaseWan}0000.0`,
      customer.owner[0],
      "2024-03-10T10:56:04.000Z",
      "2026-05-10T10:56:04.000Z",
    ],
    customer: customer.id,
    contact: "",
  };
}

/** Accounts as Salesforce Data Loader exports them: API names in capitals, every cell quoted. */
export function salesforceCsv(random: Random, customers: readonly Customer[]): GeneratedFile {
  const rows = customers.map((customer) => account(random, customer));
  const text = csvText([header, ...rows.map(({ cells }) => cells)], true);
  return {
    name: "06-salesforce-accounts.csv",
    bytes: new TextEncoder().encode(text),
    truth: truthOf(rows, 2),
  };
}
