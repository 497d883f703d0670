/** Errors `SCORE_...`. Sorted by code. */
export const scoreMessages = {
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
