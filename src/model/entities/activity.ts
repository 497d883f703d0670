import { commonFields, enumValues, field } from "../define-field.ts";
import type { Entity } from "../entity.ts";

/** 跟进记录: something that happened between us and a customer. */
export const activity: Entity = {
  name: "activity",
  zh: "跟进记录",
  en: "Activity",
  fields: [
    field("customer", ["客户", "Customer"], "ref", {
      refersTo: "customer",
      aliases: ["客户名称", "所属客户", "公司名称", "客户名", "相关客户"],
    }),
    field("contact", ["联系人", "Contact"], "ref", {
      refersTo: "contact",
      aliases: ["相关联系人", "联系人姓名", "对方号码"],
    }),
    field("opportunity", ["商机", "Opportunity"], "ref", {
      refersTo: "opportunity",
      aliases: ["相关商机", "商机名称"],
    }),
    field("type", ["方式", "Type"], "enum", {
      tier: "key",
      aliases: ["跟进方式", "跟进类型", "沟通方式", "活动类型", "type_name"],
      values: enumValues(
        ["call", "电话", "Call", ["电话跟进", "通话", "打电话", "电话沟通"]],
        ["visit", "拜访", "Visit", ["上门拜访", "面谈", "上门", "现场拜访", "客户拜访"]],
        ["wechat", "微信", "WeChat", ["微信沟通"]],
        ["wecom", "企业微信", "WeCom", ["企微"]],
        ["email", "邮件", "E-mail", ["邮箱", "发邮件"]],
        ["meeting", "会议", "Meeting", ["线上会议", "视频会议"]],
        ["ticket", "服务工单", "Ticket", ["工单"]],
        ["note", "备注", "Note", ["其他", "记录"]],
      ),
    }),
    field("at", ["时间", "Time"], "datetime", {
      tier: "key",
      aliases: [
        "跟进时间",
        "跟进日期",
        "日期",
        "联系时间",
        "起始时间",
        "通话开始时间",
        "msgtime",
        "CreateTime",
        "Date",
      ],
    }),
    field("direction", ["方向", "Direction"], "enum", {
      values: enumValues(
        ["in", "呼入", "In", ["来电", "被叫"]],
        ["out", "呼出", "Out", ["去电", "主叫"]],
      ),
    }),
    field("duration_s", ["时长", "Duration"], "number", { aliases: ["通话时长", "通信时长"] }),
    field("message_count", ["消息数", "Messages"], "number"),
    field("subject", ["主题", "Subject"], "text", { aliases: ["标题", "Subject"] }),
    field("content", ["内容", "Content"], "text", {
      personal: true,
      aliases: ["跟进内容", "跟进记录", "沟通内容", "Content", "StrContent"],
    }),
    field("place", ["打卡地点", "Place"], "address", { aliases: ["签到地点", "拜访地点"] }),
    field("owner", ["负责人", "Owner"], "ref", {
      refersTo: "user",
      tier: "key",
      aliases: ["跟进人", "业务员", "销售", "记录人", "创建人"],
    }),
    field("source_code", ["记录编号", "Activity code"], "code", {
      aliases: ["跟进编号", "编号", "消息ID", "MsgSvrID", "msgid", "序号"],
    }),
    ...commonFields,
  ],
};
