import type { JsonShape } from "../../json/json-shape.ts";
import { asObject, cellOf, type JsonObject } from "../../json/json-value.ts";

const own = ["wxid", "nickname", "remark", "account", "describe"] as const;
const extra = ["性别", "国", "省", "市", "公司名称", "手机号", "个性签名"] as const;

/** `users.json` of PyWxDump: one object by wxid, the card of each in `ExtraBuf`. */
export const pywxdumpUsersShape: JsonShape = {
  name: "pywxdump-users",
  columns: [...own, ...extra],
  matches: (value) => {
    const users = Object.values(value).map((each) => asObject(each));
    return users.length > 0 && users.every((each) => each !== undefined && isUser(each));
  },
  rowsOf: (value) => Object.values(value).map((each) => rowOf(asObject(each) ?? {})),
};

function isUser(value: JsonObject): boolean {
  return "wxid" in value && "remark" in value && "nickname" in value;
}

function rowOf(user: JsonObject): string[] {
  const card = asObject(user["ExtraBuf"]) ?? {};
  const cardCells = extra.map((key) => Object.entries(card).find(([name]) => name.startsWith(key)));
  return [...own.map((key) => cellOf(user[key])), ...cardCells.map((entry) => cellOf(entry?.[1]))];
}
