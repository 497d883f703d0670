/** Errors `LOAD_...`. Sorted by code. */
export const loadMessages = {
  LOAD_COLUMN_MISSING: {
    exit: 2,
    en: "Cannot plan the load: table `{table}` of `{store}` has no column {columns}",
    zh: "无法制定装载计划: `{store}` 的表 `{table}` 没有列 {columns}",
    hint: { en: "Correct the columns in the store mapping", zh: "请修改存储映射中的列名" },
  },
  LOAD_HALF_DONE: {
    exit: 5,
    en: "Cannot load into `{store}`: run {run} is only half done",
    zh: "无法装载到 `{store}`: 运行 {run} 只完成了一部分",
    hint: {
      en: "Go on with its plan and `--resume`, or take it back with `goldpan rollback {run}`",
      zh: "用原计划加 `--resume` 继续, 或用 `goldpan rollback {run}` 撤回",
    },
  },
  LOAD_LATER_RUN: {
    exit: 5,
    en: "Cannot roll back run {run}: run {later} has since written to the same rows",
    zh: "无法回滚运行 {run}: 其后的运行 {later} 写过同样的行",
    hint: {
      en: "Roll back the later one first with `goldpan rollback {later}`",
      zh: "先用 `goldpan rollback {later}` 回滚较晚的运行",
    },
  },
  LOAD_NOT_A_LOAD: {
    exit: 2,
    en: "Cannot roll back run {run}: it is a rollback itself",
    zh: "无法回滚运行 {run}: 它本身就是一次回滚",
    hint: {
      en: "Load the plan again with `goldpan load --plan F.plan`",
      zh: "用 `goldpan load --plan F.plan` 重新装载该计划",
    },
  },
  LOAD_NO_SUCH_RUN: {
    exit: 2,
    en: "Cannot find run {run} in `{store}`; it has {runs}",
    zh: "在 `{store}` 中找不到运行 {run}; 现有 {runs}",
  },
  LOAD_OTHER_TARGET: {
    exit: 5,
    en: "Cannot apply the plan to `{store}`: it was made for another store",
    zh: "无法对 `{store}` 执行该计划: 它是为另一个库制定的",
    hint: {
      en: "Plan again with `goldpan load --dry-run`",
      zh: "用 `goldpan load --dry-run` 重新制定计划",
    },
  },
  LOAD_ROLLBACK_CONFLICT: {
    exit: 5,
    en: "Cannot roll back run {run}: {count} values or rows were changed since, nothing was written",
    zh: "无法回滚运行 {run}: {count} 处此后被修改过, 没有写入任何内容",
    hint: {
      en: "Keep those edits with `--on-conflict keep`, or overwrite them with `--on-conflict force`",
      zh: "用 `--on-conflict keep` 保留这些修改, 或用 `--on-conflict force` 覆盖",
    },
  },
  LOAD_STALE_PLAN: {
    exit: 5,
    en: "Cannot apply the plan to `{store}`: {count} rows changed since it was made, first {row}",
    zh: "无法对 `{store}` 执行该计划: 制定之后有 {count} 行变化, 首个是 {row}",
    hint: {
      en: "Plan again with `goldpan load --dry-run`, or leave those rows out with `--on-stale skip`",
      zh: "用 `goldpan load --dry-run` 重新制定计划, 或用 `--on-stale skip` 跳过这些行",
    },
  },
  LOAD_TABLE_MISSING: {
    exit: 2,
    en: "Cannot plan the load: `{store}` has no table `{table}` with the primary key `{key}`",
    zh: "无法制定装载计划: `{store}` 没有主键为 `{key}` 的表 `{table}`",
    hint: { en: "Correct the store mapping", zh: "请修改存储映射" },
  },
} as const;
