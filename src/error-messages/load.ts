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
  LOAD_INTERRUPTED: {
    exit: 130,
    en: "Interrupted: run {run} is half done, {done} of {planned} operations are written and journalled",
    zh: "已中断: 运行 {run} 只完成了一部分, {planned} 项操作中已写入并记录 {done} 项",
    hint: {
      en: "Go on with `goldpan load --resume`, or take it back with `goldpan rollback {run}`",
      zh: "用 `goldpan load --resume` 继续, 或用 `goldpan rollback {run}` 撤回",
    },
  },
  LOAD_LOOKUP_MISSING: {
    exit: 2,
    en: "Cannot plan the load: `{store}` has no table `{table}` with a column `{column}` to look up",
    zh: "无法制定装载计划: `{store}` 没有含列 `{column}` 的表 `{table}` 可供查找",
    hint: { en: "Correct `lookups` in the store mapping", zh: "请修改存储映射中的 `lookups`" },
  },
  LOAD_MAPPING_MISSING: {
    exit: 2,
    en: "Cannot open the store mapping `{file}`: no such file",
    zh: "无法打开存储映射 `{file}`: 文件不存在",
    hint: {
      en: "Correct `store.mapping` in `goldpan.yaml`",
      zh: "请修改 `goldpan.yaml` 中的 `store.mapping`",
    },
  },
  LOAD_MATCH_UNMAPPED: {
    exit: 2,
    en: "Cannot look for rows of `{table}` by `{field}`: no column of the store mapping holds it",
    zh: "无法按 `{field}` 查找 `{table}` 的行: 存储映射中没有对应的列",
    hint: {
      en: "Map a column to `{field}`, or take it out of `match` for `{entity}`",
      zh: "为 `{field}` 指定列, 或从 `{entity}` 的 `match` 中去掉",
    },
  },
  LOAD_NOTHING_TO_RESUME: {
    exit: 2,
    en: "Cannot go on: no load into `{store}` was interrupted",
    zh: "无法继续: `{store}` 没有中断的装载",
    hint: { en: "Begin with `goldpan load`", zh: "直接执行 `goldpan load`" },
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
  LOAD_NO_STORE: {
    exit: 2,
    en: "Cannot find the CRM: `goldpan.yaml` does not say where it is",
    zh: "找不到 CRM: `goldpan.yaml` 没有写明它在哪里",
    hint: {
      en: "Add `store: { type: sqlite, path: crm.db }` to `goldpan.yaml`",
      zh: "在 `goldpan.yaml` 中加入 `store: { type: sqlite, path: crm.db }`",
    },
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
    en: "Cannot roll back run {run}: {count} {count:value or row was/values or rows were} changed since, nothing was written",
    zh: "无法回滚运行 {run}: {count} 处此后被修改过, 没有写入任何内容",
    hint: {
      en: "Keep those edits with `--on-conflict keep`, or overwrite them with `--on-conflict force`",
      zh: "用 `--on-conflict keep` 保留这些修改, 或用 `--on-conflict force` 覆盖",
    },
  },
  LOAD_ROLLBACK_HALF_DONE: {
    exit: 5,
    en: "Cannot load into `{store}`: the rollback of run {run} is only half done",
    zh: "无法装载到 `{store}`: 运行 {run} 的回滚只完成了一部分",
    hint: {
      en: "Finish it with `goldpan rollback {run}`",
      zh: "用 `goldpan rollback {run}` 完成回滚",
    },
  },
  LOAD_ROLLBACK_INTERRUPTED: {
    exit: 130,
    en: "Interrupted: run {run} is rolled back in part, {done} of its {planned} operations",
    zh: "已中断: 运行 {run} 只回滚了一部分, {planned} 项操作中的 {done} 项",
    hint: { en: "Go on with `goldpan rollback {run}`", zh: "用 `goldpan rollback {run}` 继续" },
  },
  LOAD_ROLLED_BACK: {
    exit: 2,
    en: "Cannot verify run {run}: it was rolled back",
    zh: "无法核对运行 {run}: 它已被回滚",
  },
  LOAD_STALE_PLAN: {
    exit: 5,
    en: "Cannot apply the plan to `{store}`: {count} {count:row/rows} changed since it was made, first {row}",
    zh: "无法对 `{store}` 执行该计划: 制定之后有 {count} 行变化, 首个是 {row}",
    hint: {
      en: "Plan again with `goldpan load --dry-run`, or leave those rows out with `--on-stale skip`",
      zh: "用 `goldpan load --dry-run` 重新制定计划, 或用 `--on-stale skip` 跳过这些行",
    },
  },
  LOAD_STALE_TABLES: {
    exit: 5,
    en: "Cannot apply the plan to `{store}`: its tables have other columns than when it was made",
    zh: "无法对 `{store}` 执行该计划: 制定之后表结构有变化",
    hint: {
      en: "Plan again with `goldpan load --dry-run`",
      zh: "用 `goldpan load --dry-run` 重新制定计划",
    },
  },
  LOAD_STORE_TYPE: {
    exit: 2,
    en: "Cannot open the CRM: stores of type `{type}` are not supported yet",
    zh: "无法打开 CRM: 尚不支持类型 `{type}`",
    hint: { en: "Use `type: sqlite`", zh: "请用 `type: sqlite`" },
  },
  LOAD_TABLE_MISSING: {
    exit: 2,
    en: "Cannot plan the load: `{store}` has no table `{table}` with the primary key `{key}`",
    zh: "无法制定装载计划: `{store}` 没有主键为 `{key}` 的表 `{table}`",
    hint: { en: "Correct the store mapping", zh: "请修改存储映射" },
  },
  LOAD_UNKNOWN_FIELD: {
    exit: 2,
    en: "Cannot select by `{field}`: the model has no such field",
    zh: "无法按 `{field}` 选择: 模型中没有此字段",
  },
  LOAD_WRONG_CONDITION: {
    exit: 2,
    en: 'Cannot read the condition "{text}": expected FIELD=VALUE or FIELD!=VALUE',
    zh: '无法理解条件 "{text}": 应为 字段=值 或 字段!=值',
  },
} as const;
