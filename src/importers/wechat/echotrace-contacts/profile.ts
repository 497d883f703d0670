import type { SourceProfile } from "../../source-profile.ts";

/** EchoTrace contacts: see `README.md` beside this file. */
export const echotraceContacts: SourceProfile = {
  system: "echotrace-contacts",
  title: ["EchoTrace 通讯录", "EchoTrace contacts"],
  evidence: "code",
  entity: "contact",
  headings: [["序号", "昵称", "微信ID", "备注", "微信号"]],
  telling: ["微信ID"],
  rowKey: ["微信ID"],
  fields: {
    wechat_id: "微信ID",
    remark_name: "备注",
  },
};
