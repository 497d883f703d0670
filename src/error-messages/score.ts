/** Errors `SCORE_...`. Sorted by code. */
export const scoreMessages = {
  SCORE_NOT_A_SCORECARD: {
    exit: 2,
    en: "Cannot compare with `{file}`: it is no scorecard of goldpan",
    zh: "无法与 `{file}` 比较: 这不是淘金的记分卡",
    hint: {
      en: "Write one with `goldpan score --report json={file}`",
      zh: "用 `goldpan score --report json={file}` 生成",
    },
  },
  SCORE_NO_PERIOD: {
    exit: 2,
    en: "Cannot compare with {period}: it was not measured on {on}, measured were: {periods}",
    zh: "无法与 {period} 比较: 该期未对 {on} 评分, 已评分的有: {periods}",
    hint: {
      en: "Measure a period with `goldpan score --period {period}`",
      zh: "用 `goldpan score --period {period}` 评分",
    },
  },
  SCORE_NO_RECORDS: {
    exit: 2,
    en: "Cannot score {entity} on {on}: there are none yet",
    zh: "无法对 {on} 评分: 还没有 {entity}",
    hint: {
      en: "Begin with `goldpan normalize`, then `goldpan dedupe`",
      zh: "先执行 `goldpan normalize`, 再执行 `goldpan dedupe`",
    },
  },
  SCORE_UNKNOWN_GROUP: {
    exit: 2,
    en: "Cannot group scores by `{field}`: {entity} has no such field",
    zh: "无法按 `{field}` 分组: {entity} 没有该字段",
    hint: {
      en: "Name a field of the model with `--by`, or correct `scoring.groups`",
      zh: "请用 `--by` 指定模型中的字段, 或更正 `scoring.groups`",
    },
  },
  SCORE_UNKNOWN_METRIC: {
    exit: 2,
    en: "Cannot evaluate a gate on `{metric}`: expected `score.overall`, `dimension.<name>` or `check.<code>`",
    zh: "无法计算门槛 `{metric}`: 应为 `score.overall`、`dimension.<名称>` 或 `check.<代码>`",
  },
} as const;
