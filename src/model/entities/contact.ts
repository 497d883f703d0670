import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";
import { customer } from "./customer.ts";

const customerHeadings = customer.fields.find((each) => each.name === "legal_name");

/** 联系人: a person at a customer. */
export const contact: Entity = {
  name: "contact",
  zh: "联系人",
  en: "Contact",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      tier: "key",
      aliases: [...(customerHeadings?.aliases ?? []), "客户名称"].filter(
        (alias) => alias !== "name" && alias !== "名称",
      ),
    }),
    field("name", ["姓名", "Name"], "person", {
      tier: "key",
      identifies: true,
      personal: true,
      aliases: [
        "联系人",
        "联系人姓名",
        "联系人一",
        "主要联系人",
        "客户姓名",
        "名字",
        "Contact",
        "Contact Name",
        "Name",
        "Full Name",
        "FN",
        "姓",
        "名",
        "First Name",
        "Last Name",
        "given_name",
        "surname",
        "first_name",
        "last_name",
        "昵称",
        "NickName",
      ],
    }),
    field("title", ["职务", "Title"], "text", {
      tier: "key",
      aliases: ["职位", "联系人职位", "联系人职务", "岗位", "position", "Job Title", "Title"],
    }),
    field("department", ["部门", "Department"], "text", { aliases: ["所在部门", "Department"] }),
    field("decision_role", ["决策链角色", "Decision role"], "enum", {
      tier: "important",
      aliases: ["决策角色", "角色", "采购角色"],
      values: enumValues(
        ["decision_maker", "决策人", "Decision maker", ["决策者", "拍板人", "关键决策人", "老板"]],
        ["influencer", "影响人", "Influencer", ["影响者", "推荐人"]],
        ["user", "使用人", "User", ["使用者", "最终用户", "使用部门"]],
        ["purchaser", "采购", "Purchaser", ["采购人", "采购员", "采购负责人"]],
        ["gatekeeper", "把关人", "Gatekeeper", ["把关者", "前台"]],
        ["technical", "技术", "Technical", ["技术人员", "技术负责人", "工程师"]],
      ),
    }),
    field("mobiles", ["手机", "Mobiles"], "phone", {
      list: true,
      tier: "key",
      identifies: true,
      personal: true,
      aliases: [
        "手机号",
        "手机号码",
        "移动电话",
        "手机一",
        "手机1",
        "联系手机",
        "联系人手机",
        "有效手机号",
        "常用手机一",
        "商务手机",
        "MobilePhone",
        "Mobile",
        "Mobile Phone",
        "Mobile Phone Number",
        "remark_mobiles",
        "cCusHand",
        "telephone",
      ],
    }),
    field("phones", ["电话", "Phones"], "phone", {
      list: true,
      personal: true,
      aliases: [
        "联系电话",
        "联系人电话",
        "座机",
        "办公电话",
        "固定电话",
        "分机",
        "分机号",
        "tel",
        "Phone",
        "PHONE",
        "Business Phone",
      ],
    }),
    field("emails", ["邮箱", "Emails"], "email", {
      list: true,
      tier: "important",
      identifies: true,
      personal: true,
      aliases: [
        "邮件",
        "电子邮箱",
        "电子邮件",
        "电子邮件地址",
        "联系人邮箱",
        "E-mail Address",
        "Email",
        "E-mail",
        "EMAIL",
      ],
    }),
    field("wechat_id", ["微信号", "WeChat id"], "code", {
      identifies: true,
      personal: true,
      aliases: ["微信", "微信ID", "wxid", "Alias", "UserName"],
    }),
    field("external_userid", ["企业微信外部联系人ID", "WeCom external user id"], "code", {
      identifies: true,
      personal: true,
      aliases: ["external_userid", "外部联系人ID"],
    }),
    field("remark_name", ["备注名", "Remark name"], "text", {
      personal: true,
      aliases: ["客户备注名", "Remark", "微信备注"],
    }),
    field("gender", ["性别", "Gender"], "enum", {
      personal: true,
      aliases: ["Gender", "sex"],
      values: enumValues(
        ["male", "男", "Male", ["1", "M", "先生"]],
        ["female", "女", "Female", ["2", "F", "女士", "小姐"]],
      ),
    }),
    field("is_primary", ["主联系人", "Primary contact"], "bool", {
      aliases: ["是否主联系人", "首要联系人"],
    }),
    field("source", ["来源", "Source"], "enum", {
      values: customer.fields.find((each) => each.name === "source")?.values ?? [],
      aliases: ["来源渠道"],
    }),
    field("owners", ["负责人", "Owners"], "ref", {
      refersTo: "user",
      list: true,
      tier: "important",
      aliases: ["添加人", "跟进人", "业务员", "销售", "Contact owner", "客户负责人"],
    }),
    field("last_activity_at", ["最近跟进时间", "Last activity"], "datetime", {
      aliases: ["最近联系时间", "最后联系时间"],
    }),
    ...commonFields,
  ],
};
