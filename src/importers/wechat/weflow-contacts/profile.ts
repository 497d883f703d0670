import type { SourceProfile } from "../../source-profile.ts";

/** WeFlow contacts: see `README.md` beside this file. */
export const weflowContacts: SourceProfile = {
  system: "weflow-contacts",
  title: ["WeFlow 通讯录", "WeFlow contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    ["用户名", "显示名称", "备注", "昵称", "微信号", "标签", "描述", "个性签名", "地区", "类型"],
  ],
  telling: ["显示名称"],
  rowKey: ["用户名"],
  fields: {
    wechat_id: "用户名",
    remark_name: "备注",
    tags: "标签",
    note: "描述",
  },
};
