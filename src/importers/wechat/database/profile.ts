import type { SourceProfile } from "../../source-profile.ts";

/** WeChat database contacts: see `README.md` beside this file. */
export const wechatDatabaseContacts: SourceProfile = {
  system: "wechat-database-contacts",
  title: ["微信 数据库通讯录", "WeChat database contacts"],
  evidence: "code",
  entity: "contact",
  headings: [["微信内部ID", "微信号", "备注名", "昵称", "标签", "描述"]],
  telling: ["微信内部ID"],
  rowKey: ["微信内部ID"],
  fields: {
    wechat_id: "微信内部ID",
    remark_name: "备注名",
    tags: "标签",
    note: "描述",
  },
};
