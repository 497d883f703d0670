import { expect, test } from "vitest";
import { canonicalModel } from "../model/canonical-model.ts";
import { parseSourceMapping } from "./parse-mapping.ts";
import { convertSdl } from "./sdl.ts";

const use = { files: ["accounts.csv"], system: "salesforce" };

const insert = String.raw`#Mapping values
#Thu May 26 10:00:00 GMT 2026
ACCOUNT\ ID=AccountNumber
\u5ba2\u6237=Name
STATE=BillingState, ShippingState
PARENT=Parent\:Account-Oracle_Id__c
"Trade Show"=LeadSource
IGNORED=
COLOUR=Favourite_Colour__c
=CREATEDBYID
`;

test("an insert map becomes a source mapping", () => {
  const text = convertSdl(insert, "a.sdl", use, canonicalModel);
  expect(() => parseSourceMapping(text, "a.yaml", canonicalModel)).not.toThrow();
  expect(text).toMatchInlineSnapshot(`
    "version: 1
    suggested: true # remove this line when you have read the rest
    source:
      files: [accounts.csv]
      system: salesforce
    entity: customer
    row_key: ["ACCOUNT ID"]
    fields:
      source_code: "ACCOUNT ID"
      legal_name: 客户
      region: STATE
      parent: PARENT
      source: { const: "Trade Show" }
    # no field found: COLOUR
    unmapped_columns: "store: extra"
    "
  `);
});

test("an extract map stands the other way round", () => {
  const extract = "Name=公司\nPhone=对外电话\nWebsite=公司站点\n";
  const text = convertSdl(extract, "a.sdl", use, canonicalModel);
  expect(parseSourceMapping(text, "a.yaml", canonicalModel).fields).toMatchObject({
    legal_name: { from: ["公司"] },
    phones: { from: ["对外电话"] },
    website: { from: ["公司站点"] },
  });
});

test("a line without `=` is named", () => {
  expect(() => convertSdl("#x\nNAME Name\n", "a.sdl", use, canonicalModel)).toThrow(
    'Cannot read line 2 of `a.sdl`: expected "COLUMN=Field", found no `=`',
  );
});
