import type { JsonShape } from "../../json/json-shape.ts";
import { cellOf, objectsOf, otherKeys, othersOf } from "../../json/json-value.ts";

/** Key of the JSON export for each heading of the CSV export. */
const keys = [
  ["用户名", "username"],
  ["显示名称", "displayName"],
  ["备注", "remark"],
  ["昵称", "nickname"],
  ["微信号", "alias"],
  ["标签", "labels"],
  ["描述", "description"],
  ["个性签名", "signature"],
  ["地区", "region"],
  ["类型", "typeLabel"],
] as const;

/** The JSON export of WeFlow's contacts, with the headings of its CSV export. */
export const weflowContactsShape: JsonShape = {
  name: "weflow-contacts",
  columns: keys.map(([heading]) => heading),
  matches: (value) => objectsOf(value["contacts"]).some((each) => "username" in each),
  rowsOf: (value) =>
    objectsOf(value["contacts"]).map((each) => keys.map(([, key]) => cellOf(each[key]))),
  unreadOf: (value) =>
    otherKeys(
      objectsOf(value["contacts"]),
      keys.map(([, key]) => key),
    ),
  straysOf: (value) => othersOf(value["contacts"]),
};
