import type { Rule } from "./finding.ts";

/** What the process says when it ends (`contracts.md` 8), for people and for scripts. */
export const exitCodeRules: readonly Rule[] = [
  { code: "0", name: "done", en: "Done", zh: "完成" },
  {
    code: "1",
    name: "answer-is-no",
    en: "Done, and the answer is no: a gate failed, or verify found a difference",
    zh: "完成, 但结论为否: 有门槛未通过, 或核对发现差异",
  },
  {
    code: "2",
    name: "usage",
    en: "Usage, configuration or mapping is wrong; nothing was touched",
    zh: "用法、配置或映射有误; 未做任何改动",
  },
  {
    code: "3",
    name: "failed",
    en: "It could not be done: input, output, connection, or a bug of ours",
    zh: "无法完成: 输入输出、连接故障, 或程序缺陷",
  },
  {
    code: "4",
    name: "rejected-rows",
    en: "Done, but more rows were rejected than `--max-rejects` allows",
    zh: "完成, 但被拒的行数超过 `--max-rejects`",
  },
  {
    code: "5",
    name: "conflict",
    en: "Conflict: a stale plan, later edits that were kept, or ambiguous keys",
    zh: "冲突: 计划已过期、保留了后来的修改, 或主键不唯一",
  },
  {
    code: "6",
    name: "warnings",
    en: "Only warnings, and `--fail-on warn` was asked for",
    zh: "只有警告, 且指定了 `--fail-on warn`",
  },
  { code: "7", name: "locked", en: "Somebody else is writing", zh: "另有进程正在写入" },
  {
    code: "8",
    name: "changes-pending",
    en: "Changes are pending and `--detailed-exitcode` was asked for",
    zh: "有待执行的变更, 且指定了 `--detailed-exitcode`",
  },
  {
    code: "130",
    name: "interrupted",
    en: "Interrupted with Ctrl-C; the journal is consistent",
    zh: "被 Ctrl-C 中断; 日志账保持一致",
  },
  {
    code: "143",
    name: "terminated",
    en: "Ended by the system; the journal is consistent",
    zh: "被系统终止; 日志账保持一致",
  },
];
