import type { JsonShape } from "../../json/json-shape.ts";
import { cellOf, objectsOf, otherKeys, othersOf } from "../../json/json-value.ts";

const keys = ["userName", "alias", "remark", "nickName"] as const;

/** The JSON answer of chatlog for contacts, with the headings of its CSV. */
export const chatlogContactsShape: JsonShape = {
  name: "chatlog-contacts",
  columns: ["UserName", "Alias", "Remark", "NickName"],
  matches: (value) => objectsOf(value["items"]).some((each) => "userName" in each),
  rowsOf: (value) => objectsOf(value["items"]).map((each) => keys.map((key) => cellOf(each[key]))),
  unreadOf: (value) => otherKeys(objectsOf(value["items"]), keys),
  straysOf: (value) => othersOf(value["items"]),
};
