import { expect, test } from "vitest";
import { sessionAbove } from "./session.ts";

const columns = ["序号", "时间", "发送者身份", "消息类型", "内容"];

test.each<[string[], string[], string[] | undefined, string]>([
  [
    ["微信ID", "wxid_a", "", "昵称", "小林", "备注", "林晓-华宸"],
    columns,
    ["wxid_a", "小林", "林晓-华宸"],
    "a merged cell between",
  ],
  [["微信ID", "wxid_a", "昵称", "备注", ""], columns, ["wxid_a", "", ""], "no names"],
  [["微信ID", "1@chatroom", "昵称", "群"], columns, undefined, "a group has many sides"],
  [["微信ID", "wxid_a"], ["客户名称", "电话"], undefined, "no chat"],
  [["会话信息"], columns, undefined, "no customer"],
])("%j above %j tells %j: %s", (cells, headings, expected) => {
  const found = sessionAbove([{ row: 2, cells }], headings);
  expect(found?.cells).toEqual(expected);
  expect(found?.columns.length).toBe(expected?.length);
});
