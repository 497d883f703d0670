import type { JsonShape } from "../../json/json-shape.ts";
import {
  asObject,
  cellOf,
  isArray,
  objectsOf,
  otherKeys,
  othersOf,
  type JsonObject,
  type JsonValue,
} from "../../json/json-value.ts";

const ofContact = [
  "external_userid",
  "name",
  "position",
  "corp_name",
  "corp_full_name",
  "type",
  "gender",
  "unionid",
] as const;
const ofFollower = [
  "userid",
  "remark",
  "description",
  "createtime",
  "remark_corp_name",
  "remark_mobiles",
  "add_way",
] as const;

/**
 * External contacts as the interface of WeCom answers: one row for each contact and colleague who
 * follows it. Reads `get` and `batch/get_by_user`, alone or many a file.
 */
export const externalContactShape: JsonShape = {
  name: "wecom-external-contacts",
  columns: [...ofContact, ...ofFollower, "tags"],
  matches: (value) => answersOf(value).length > 0,
  rowsOf: (value) => answersOf(value).flatMap(rowsOfAnswer),
  unreadOf: (value) => [
    ...otherKeys(answersOf(value).map(contactOf), ofContact),
    ...otherKeys(answersOf(value).flatMap(followersOf), [...ofFollower, "tags"]),
  ],
  straysOf: (value) => [
    ...noAnswersOf(value["external_contact_list"]),
    ...answersOf(value).flatMap((answer) => othersOf(answer["follow_user"])),
  ],
};

function answersOf(value: JsonObject): JsonObject[] {
  if (asObject(value["external_contact"]) !== undefined) return [value];
  return objectsOf(value["external_contact_list"]).flatMap((each) => answersOf(each));
}

function noAnswersOf(value: JsonValue | undefined): JsonValue[] {
  const list = isArray(value) ? value : [];
  return list.filter((each) => answersOf(asObject(each) ?? {}).length === 0);
}

function contactOf(answer: JsonObject): JsonObject {
  return asObject(answer["external_contact"]) ?? {};
}

function followersOf(answer: JsonObject): JsonObject[] {
  const single = asObject(answer["follow_info"]);
  return single === undefined ? objectsOf(answer["follow_user"]) : [single];
}

function rowsOfAnswer(answer: JsonObject): string[][] {
  const contact = contactOf(answer);
  const followers = followersOf(answer);
  const all = followers.length === 0 ? [{}] : followers;
  return all.map((follower: JsonObject) => [
    ...ofContact.map((key) => cellOf(contact[key])),
    ...ofFollower.map((key) => cellOf(follower[key])),
    objectsOf(follower["tags"])
      .map((tag) => cellOf(tag["tag_name"]))
      .join("; "),
  ]);
}
