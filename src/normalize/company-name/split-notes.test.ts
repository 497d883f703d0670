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
  ["1.华宸科技有限公司", "华宸科技有限公司", [], ["1."], "the number of a list"],
  ["KH0012 华宸科技有限公司", "华宸科技有限公司", [], ["KH0012"], "a customer number"],
  ["客户名称：华宸科技有限公司", "华宸科技有限公司", [], [], "the heading of a form"],
  ["原深圳市华宸科技有限公司", "深圳市华宸科技有限公司", [], ["原"], "原 before a full region"],
  ["原平市华宸超市有限公司", "原平市华宸超市有限公司", [], [], "a city that begins with 原"],
  ["华宸科技有限公司(重复，请勿使用)", "华宸科技有限公司", [], ["重复，请勿使用"], "a remark"],
  ["华宸科技有限公司(王经理介绍)", "华宸科技有限公司", [], ["王经理介绍"], "who recommended it"],
  ["华宸科技有限公司(张总", "华宸科技有限公司", [], ["张总"], "a person, the bracket left open"],
  ["华宸科技有限公司-2023年停用", "华宸科技有限公司", [], ["2023年停用"], "a date and a status"],
  ["华宸科技有限公司🔥VIP", "华宸科技有限公司", [], ["VIP"], "set off by an emoji"],
  ["华宸科技有限公司—比亚迪", "华宸科技有限公司", [], ["比亚迪"], "set off by a dash"],
  ["华宸科技有限公司-苏州项目部", "华宸科技有限公司-苏州项目部", [], [], "an entity of its own"],
  ["华宸科技有限公司 深圳", "华宸科技有限公司 深圳", [], [], "a place tells companies apart"],
  ["华宸科技有限公司(简称:华宸)", "华宸科技有限公司", ["华宸"], [], "a short name"],
  ["华宸科技公司(更名前:华晨公司)", "华宸科技公司", ["华晨公司"], [], "a name of before"],
  ["华宸科技公司HUACHEN CO.,LTD", "华宸科技公司", ["HUACHEN CO.,LTD"], [], "its English name"],
  ["华宸科技公司暨华晨科技公司", "华宸科技公司", ["华晨科技公司"], [], "two companies"],
  ["华宸科技公司等3家", "华宸科技公司", [], [], "and others"],
  ["《华宸》深圳科技公司", "《华宸》深圳科技公司", [], [], "quotes inside stay"],
  ["原单位招待所", "原单位招待所", [], [], "原 is part of the name"],
  ["（北京）华宸科技公司", "（北京）华宸科技公司", [], [], "a region in front"],
])("%s -> name %s, aliases %j, notes %j: %s", (text, name, aliases, notes) => {
  expect(splitNotes(text)).toEqual({ name, aliases, notes });
});
