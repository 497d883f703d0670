import type { Rule } from "../../model/finding.ts";

/** What making records of rows finds and changes, beside what the normalizers do. Sorted by code. */
export const recordRules: readonly Rule[] = [
  {
    code: "N011",
    name: "older-version",
    zh: "同一记录在更早的导出中还有旧版本，以新版本为准",
    en: "The same record stands in an older export too; the newer version counts",
  },
  {
    code: "N012",
    name: "rows-disagree",
    zh: "同一记录的几行取值不一致，只保留其中一个",
    en: "Rows of one record say different things; one of the values is kept",
  },
  {
    code: "N013",
    name: "key-used-twice",
    zh: "同一主键用于两个不同的对象，其中一行被拒",
    en: "One key stands for two different things; one of the rows is rejected",
    fix: "needs-review",
  },
  {
    code: "N014",
    name: "reference-unknown",
    zh: "引用的对象在所有来源中都找不到，保留原文",
    en: "What the record refers to is in no source; the text stays",
    fix: "needs-review",
  },
  {
    code: "N015",
    name: "reference-ambiguous",
    zh: "引用的名称对应多个不同的对象，未作关联",
    en: "What the record refers to may be several different ones; it is not linked",
    fix: "needs-review",
  },
  {
    code: "N016",
    name: "unattached",
    zh: "未能关联到任何客户、联系人或商机",
    en: "It ties to no customer, contact or opportunity",
    fix: "needs-review",
  },
  {
    code: "N017",
    name: "owner-without-user",
    zh: "负责人不在员工名单中，按其姓名建立了员工记录",
    en: "The owner is in no list of users; a user was made of the name",
  },
  {
    code: "N018",
    name: "row-rejected",
    zh: "该行未能成为记录",
    en: "The row became no record",
    fix: "needs-review",
  },
  {
    code: "N021",
    name: "read-from-remark",
    zh: "从备注名中读出",
    en: "Read from the remark name",
    example: ["张三-华东机电-采购部经理", "张三"],
    fix: "safe",
  },
  {
    code: "N022",
    name: "user-suspended",
    zh: "员工姓名后的“(已停用)”已去除，该员工标为离职",
    en: "The mark (已停用) behind a user's name is removed; the user counts as left",
    example: ["王敏(已停用)", "王敏"],
    fix: "safe",
  },
  {
    code: "N023",
    name: "read-from-contact",
    zh: "客户由所关联的联系人得出",
    en: "The customer is that of the contact",
    fix: "safe",
  },
];
