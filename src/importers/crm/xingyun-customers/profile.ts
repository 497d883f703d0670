import type { SourceProfile } from "../../source-profile.ts";

/** Xingyun ERP customers: see `README.md` beside this file. */
export const xingyunCustomers: SourceProfile = {
  system: "xingyun-customers",
  title: ["星云ERP 客户", "Xingyun ERP customers"],
  evidence: "code",
  entity: "customer",
  headings: [
    [
      "编号",
      "名称",
      "简码",
      "联系人",
      "联系电话",
      "电子邮件",
      "邮编",
      "传真",
      "地区",
      "地址",
      "结算方式",
      "统一社会信用代码",
      "纳税人识别号",
      "开户银行",
      "户名",
      "银行账号",
      "备注",
    ],
  ],
  telling: ["简码"],
  rowKey: ["编号"],
  fields: {
    source_code: "编号",
    legal_name: "名称",
    phones: "联系电话",
    emails: "电子邮件",
    region: "地区",
    address: "地址",
    uscc: "统一社会信用代码",
    tax_no: "纳税人识别号",
    bank_account: { parts: ["开户银行", "银行账号"], join: " " },
    note: "备注",
  },
  beside: [
    {
      entity: "contact",
      fields: {
        name: "联系人",
      },
    },
  ],
};
