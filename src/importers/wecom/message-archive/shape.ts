import type { JsonShape } from "../../json/json-shape.ts";
import { asObject, cellOf, type JsonObject } from "../../json/json-value.ts";

/** Where the payload is called otherwise than the type of the message. */
const payloadKeys: Readonly<Record<string, string>> = {
  docmsg: "doc",
  markdown: "info",
  news: "info",
  external_redpacket: "redpacket",
};

/**
 * The archive of conversations of WeCom, decrypted by its owner: one object a message. A time of 0
 * is no time. The other side is whoever is outside: ids of external contacts begin with wo or wm.
 */
export const messageArchiveShape: JsonShape = {
  name: "wecom-message-archive",
  columns: [
    "msgid",
    "action",
    "from",
    "tolist",
    "roomid",
    "msgtime",
    "msgtype",
    "external_userid",
    "userid",
    "direction",
    "content",
  ],
  matches: (value) => "msgid" in value && ("msgtype" in value || "action" in value),
  rowsOf: (value) => [rowOf(value)],
  // What else a message holds is its payload, which is not kept.
  unreadOf: () => [],
  straysOf: () => [],
};

const isOutside = (id: string): boolean => /^w[om][\w-]{10,}$/.test(id);

function rowOf(value: JsonObject): string[] {
  const cell = (key: string): string => cellOf(value[key]);
  const to = cell("tolist")
    .split("; ")
    .filter((id) => id !== "");
  const from = cell("from") === "" ? cell("user") : cell("from");
  const outside = [from, ...to].filter((id) => isOutside(id));
  const inside = [from, ...to].filter((id) => id !== "" && !isOutside(id));
  const time = cell("msgtime") === "" ? cell("time") : cell("msgtime");
  const isIncoming = isOutside(from);
  return [
    cell("msgid"),
    cell("action"),
    from,
    to.join("; "),
    cell("roomid"),
    /^0*$/.test(time) ? "" : time,
    cell("msgtype"),
    outside.length === 1 ? (outside[0] ?? "") : "",
    inside[0] ?? "",
    outside.length === 0 ? "" : isIncoming ? "in" : "out",
    textOf(value),
  ];
}

function textOf(value: JsonObject): string {
  const type = cellOf(value["msgtype"]);
  const payload = asObject(value[payloadKeys[type] ?? type]);
  return payload === undefined ? "" : cellOf(payload["content"]);
}
