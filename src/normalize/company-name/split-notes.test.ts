import { expect, test } from "vitest";
import { splitNotes } from "./split-notes.ts";

test.each<[string, string, readonly string[], readonly string[], string]>([
  ["华宸科技有限公司", "华宸科技有限公司", [], [], "nothing but a name"],
  ["华宸科技有限公司-已转出", "华宸科技有限公司", [], ["已转出"], "a status behind"],
  ["已转出-华宸科技有限公司", "华宸科技有限公司", [], ["已转出"], "a status in front"],
  ["华宸科技有限公司(曾用名:华晨科技)", "华宸科技有限公司", ["华晨科技"], [], "a former name"],
  ["华晨科技有限公司(现更名华宸科技)", "华宸科技", ["华晨科技有限公司"], [], "the name of today"],
  ["华晨科技公司->华宸科技公司", "华宸科技公司", ["华晨科技公司"], [], "an arrow"],
  ["华宸科技公司 曾用名：华晨科技", "华宸科技公司", ["华晨科技"], [], "without brackets"],
  ["华宸科技公司/华晨科技公司", "华宸科技公司", ["华晨科技公司"], [], "two names"],
  ["华宸科技公司 0755-28780808", "华宸科技公司", [], ["0755-28780808"], "a phone behind"],
  ["华宸科技公司及下属子公司", "华宸科技公司", [], [], "and its subsidiaries"],
  ["原单位招待所", "原单位招待所", [], [], "原 is part of the name"],
  ["（北京）华宸科技公司", "（北京）华宸科技公司", [], [], "a region in front"],
])("%s -> name %s, aliases %j, notes %j: %s", (text, name, aliases, notes) => {
  expect(splitNotes(text)).toEqual({ name, aliases, notes });
});
