import type { JsonShape } from "../../json/json-shape.ts";
import {
  asObject,
  cellOf,
  onlyObjects,
  otherKeys,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";

const own = ["wxid", "nickname", "remark", "account", "describe"] as const;
const extra = ["性别", "国", "省", "市", "公司名称", "手机号", "个性签名"] as const;

/** `users.json` of PyWxDump: one object by wxid, the card of each in `ExtraBuf`. */
export const pywxdumpUsersShape: JsonShape = {
  name: "pywxdump-users",
  columns: [...own, ...extra],
  matches: (value) => {
    const users = usersOf(value).length;
    return users > 0 && users * 2 >= Object.keys(value).length;
  },
  rowsOf: (value) => usersOf(value).map(rowOf),
  unreadOf: (value) => [
    ...otherKeys(usersOf(value), [...own, "ExtraBuf"]),
    ...otherKeys(usersOf(value).map(cardOf), []).filter((key) => !isRead(key)),
  ],
  straysOf: (value) =>
    Object.entries(value)
      .filter(([, each]) => !isUser(each))
      .map(([key, each]) => ({ [key]: each })),
};

function usersOf(value: JsonObject): JsonObject[] {
  return onlyObjects(Object.values(value).filter(isUser));
}

function isUser(value: JsonValue): boolean {
  const user = asObject(value) ?? {};
  return "wxid" in user && ("remark" in user || "nickname" in user);
}

function cardOf(user: JsonObject): JsonObject {
  return asObject(user["ExtraBuf"]) ?? {};
}

function isRead(key: string): boolean {
  return extra.some((name) => key.startsWith(name));
}

function rowOf(user: JsonObject): string[] {
  const card = cardOf(user);
  const cardCells = extra.map((key) => Object.entries(card).find(([name]) => name.startsWith(key)));
  return [...own.map((key) => cellOf(user[key])), ...cardCells.map((entry) => cellOf(entry?.[1]))];
}
