import { expect, test } from "vitest";
import { withoutWechatMarks } from "./wechat-marks.ts";

test.each([
  ['华宸<span class="emoji emoji1f339"></span>', "华宸 ", "an emoji as a tag"],
  ["华宸[玫瑰]", "华宸 ", "an emoji by name"],
  ["华宸[深圳]", "华宸[深圳]", "somebody's own brackets"],
  ["A&amp;B<br/>", "A&B ", "escapes and line breaks"],
  ["华宸\ue056", "华宸 ", "a letter of the private use area"],
  ["<华宸>", "<华宸>", "no tag of a client"],
])("%s -> %s: %s", (text, expected) => {
  expect(withoutWechatMarks(text)).toBe(expected);
});
