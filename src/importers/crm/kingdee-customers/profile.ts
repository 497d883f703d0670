import type { SourceProfile } from "../../source-profile.ts";

/** Kingdee customers: see `README.md` beside this file. */
export const kingdeeCustomers: SourceProfile = {
  system: "kingdee-customers",
  title: ["金蝶云星空 客户", "Kingdee customers"],
  evidence: "inferred",
  entity: "customer",
  headings: [
    [
      "*单据头(序号)",
      "(单据头)编码",
      "*(单据头)名称#中文(简体)",
      "(单据头)简称#中文(简体)",
      "(单据头)联系电话",
      "(单据头)通讯地址",
      "(单据头)纳税登记号",
      "间隔列",
    ],
    [
      "FBillHead(BD_Customer)",
      "FNumber",
      "FName#2052",
      "FShortName#2052",
      "FTEL",
      "FADDRESS",
      "FTAXREGISTERCODE",
      "*Split*1",
    ],
  ],
  telling: ["(单据头)编码"],
  fields: {
    source_code: ["(单据头)编码", "FNumber"],
    legal_name: ["*(单据头)名称#中文(简体)", "FName#2052"],
    short_name: ["(单据头)简称#中文(简体)", "FShortName#2052"],
    phones: ["(单据头)联系电话", "FTEL"],
    address: ["(单据头)通讯地址", "FADDRESS"],
    tax_no: ["(单据头)纳税登记号", "FTAXREGISTERCODE"],
  },
};
