import type { SourceProfile } from "../../source-profile.ts";

/** WeChatMsg contacts: see `README.md` beside this file. */
export const wechatmsgContacts: SourceProfile = {
  system: "wechatmsg-contacts",
  title: ["WeChatMsg / 留痕 通讯录", "WeChatMsg contacts"],
  evidence: "code",
  entity: "contact",
  headings: [
    [
      "UserName",
      "Alias",
      "Type",
      "Remark",
      "NickName",
      "PYInitial",
      "RemarkPYInitial",
      "smallHeadImgUrl",
      "bigHeadImgUrl",
      "label",
      "gender",
      "telephone",
      "signature",
      "country/region",
      "province",
      "city",
    ],
  ],
  privateHeadings: ["smallHeadImgUrl", "bigHeadImgUrl"],
  telling: ["RemarkPYInitial"],
  rowKey: ["UserName"],
  fields: {
    wechat_id: "UserName",
    remark_name: "Remark",
    mobiles: "telephone",
    tags: "label",
    gender: "gender",
    note: "signature",
  },
};
