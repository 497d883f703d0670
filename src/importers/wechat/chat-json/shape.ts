import type { JsonShape } from "../../json/json-shape.ts";
import {
  asObject,
  cellOf,
  objectsOf,
  otherKeys,
  othersOf,
  type JsonObject,
} from "../../json/json-value.ts";

const first = (value: JsonObject, ...keys: readonly string[]): string =>
  keys.map((key) => cellOf(value[key])).find((cell) => cell !== "") ?? "";

/**
 * A conversation as WeFlow, EchoTrace, ChatLab and chatlog write it: one row a message, with the
 * other side of the conversation in each. Times count seconds, milliseconds or less.
 */
export const chatShape: JsonShape = {
  name: "wechat-chat-json",
  columns: [
    "会话微信ID",
    "会话备注",
    "时间",
    "方向",
    "发送者微信ID",
    "发送者昵称",
    "消息类型",
    "内容",
  ],
  matches: (value) =>
    objectsOf(value["messages"]).length > 0 &&
    (asObject(value["session"]) !== undefined || asObject(value["chatlab"]) !== undefined),
  rowsOf: (value) => {
    const session = asObject(value["session"]) ?? asObject(value["meta"]) ?? {};
    const talker = [
      first(session, "wxid", "platformId", "id"),
      first(session, "remark", "displayName", "nickname", "name"),
    ];
    return objectsOf(value["messages"]).map((message) => [...talker, ...cellsOf(message)]);
  },
  unreadOf: (value) => otherKeys(objectsOf(value["messages"]), readKeys),
  straysOf: (value) => othersOf(value["messages"]),
};

/** The messages of chatlog stand alone, each with its conversation. */
export const chatlogMessagesShape: JsonShape = {
  name: "chatlog-messages",
  columns: chatShape.columns,
  matches: (value) => objectsOf(value["items"]).some((each) => "talker" in each && "time" in each),
  rowsOf: (value) =>
    objectsOf(value["items"]).map((message) => [
      cellOf(message["talker"]),
      cellOf(message["talkerName"]),
      ...cellsOf(message),
    ]),
  unreadOf: (value) => otherKeys(objectsOf(value["items"]), [...readKeys, "talker", "talkerName"]),
  straysOf: (value) => othersOf(value["items"]),
};

/** Of several keys that tell the same the first one is read. */
const readKeys = [
  ...["formattedTime", "time", "createTime", "timestamp", "isSend", "isSelf"],
  ...["senderUsername", "sender", "senderDisplayName", "senderName", "accountName"],
  ...["type", "localType", "content"],
];

function cellsOf(message: JsonObject): string[] {
  const time = first(message, "formattedTime", "time", "createTime", "timestamp");
  return [
    inSeconds(time),
    directionOf(message),
    first(message, "senderUsername", "sender"),
    first(message, "senderDisplayName", "senderName", "accountName"),
    first(message, "type", "localType"),
    first(message, "content"),
  ];
}

/** Counts of milliseconds, microseconds or nanoseconds lose their last digits. */
function inSeconds(time: string): string {
  return /^\d{11,}$/.test(time) ? time.slice(0, 10) : time;
}

function directionOf(message: JsonObject): string {
  const isOwn = first(message, "isSend", "isSelf");
  if (isOwn === "") return "";
  return isOwn === "1" || isOwn === "true" ? "out" : "in";
}
