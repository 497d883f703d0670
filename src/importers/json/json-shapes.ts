import { chatShape, chatlogMessagesShape } from "../wechat/chat-json/shape.ts";
import { chatlogContactsShape } from "../wechat/chatlog-contacts/shape.ts";
import { pywxdumpUsersShape } from "../wechat/pywxdump-users/shape.ts";
import { weflowContactsShape } from "../wechat/weflow-contacts/shape.ts";
import { externalContactShape } from "../wecom/external-contacts/shape.ts";
import { messageArchiveShape } from "../wecom/message-archive/shape.ts";
import type { JsonShape } from "./json-shape.ts";
import type { JsonObject } from "./json-value.ts";

const shapes: readonly JsonShape[] = [
  externalContactShape,
  messageArchiveShape,
  weflowContactsShape,
  chatlogContactsShape,
  chatlogMessagesShape,
  chatShape,
  pywxdumpUsersShape,
];

/** The shape of a program's JSON, or undefined for JSON that nobody knows. */
export function shapeOf(value: JsonObject): JsonShape | undefined {
  return shapes.find((shape) => shape.matches(value));
}
