import { expect, test } from "vitest";
import { recogniseSystem } from "./source-system.ts";

test.each<[string, string | undefined, string | undefined, string]>([
  [
    "客户名称,描述,添加人,添加人账号,添加人所属部门,添加时间,来源,手机,企业,邮箱,地址,职务,电话,行业,等级",
    "wecom-customers",
    "high",
    "with two groups of tags behind",
  ],
  [
    "用户名,显示名称,备注,昵称,微信号,标签,描述,个性签名,地区,类型",
    "weflow-contacts",
    "high",
    "not WeChatDataAnalysis, which begins alike",
  ],
  ["序号,昵称,微信ID,备注,微信号", "echotrace-contacts", "high", "five columns"],
  ["电话,备注", "wecom-batch-add", "high", "two columns and nothing else"],
  ["电话,备注,地址", undefined, undefined, "two columns among others"],
  [
    "Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,Phone,OwnerId,CreatedDate,SystemModstamp",
    "salesforce-accounts",
    "medium",
    "the weekly export writes CamelCase",
  ],
  [
    "客户名称（必填）,负责人（必填）,负责人主属部门,归属部门,生命状态",
    "fxiaoke-customers",
    "medium",
    "some columns left out",
  ],
  [
    "客户编号,客户名称,电话,联系人,负责人,最后修改时间",
    undefined,
    undefined,
    "everybody's ledger, though one system alone is known to write some of its words",
  ],
  ["客户名称,电话,地址,备注", undefined, undefined, "everybody's ledger"],
  [
    "客户编号,客户名称,统一社会信用代码,电话,网址,客户行业,省,市,区,详细地址,负责人,创建时间,最后修改时间",
    undefined,
    undefined,
    "much of Wukong's, and as much that is not",
  ],
  ["Related To.id,Call Start Time,Call Status", "zoho-calls", "high", "three columns"],
  ["Note Title,X,Associated_Id,Note Content,Y", "zoho-notes", "high", "its own words among others"],
  [
    "ID,NAME,BILLINGCITY,SHIPPINGCITY,NUMBEROFEMPLOYEES,OWNERID,STATUS",
    "salesforce-accounts",
    "medium",
    "a few columns of many, chosen by hand",
  ],
  [
    "Company name,自定义甲,Company owner,Phone Number,自定义乙",
    "hubspot-companies",
    "medium",
    "three columns and two of the company's own",
  ],
  [
    "原文件导入名称,系统匹配企业名称,企业名称,登记状态,法定代表人,统一社会信用代码",
    "qichacha",
    "medium",
    "a batch of names with the official ones",
  ],
  ["姓名,手机,邮箱", undefined, undefined, "everybody's address book"],
])("%s -> %s, %s: %s", (columns, system, confidence) => {
  const found = recogniseSystem(columns.split(","));
  expect([found?.system, found?.confidence]).toEqual([system, confidence]);
});
