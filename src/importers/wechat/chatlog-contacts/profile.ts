import type { SourceProfile } from "../../source-profile.ts";

/** chatlog contacts: see `README.md` beside this file. */
export const chatlogContacts: SourceProfile = {
  system: "chatlog-contacts",
  title: ["chatlog 联系人", "chatlog contacts"],
  evidence: "code",
  entity: "contact",
  headings: [["UserName", "Alias", "Remark", "NickName"]],
  telling: ["UserName"],
  rowKey: ["UserName"],
  fields: {
    wechat_id: "UserName",
    remark_name: "Remark",
  },
};
