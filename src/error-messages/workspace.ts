/** Errors `WORKSPACE_...`. Sorted by code. */
export const workspaceMessages = {
  WORKSPACE_CANNOT_OPEN: {
    exit: 3,
    en: "Cannot open `{file}`: the folder or the file is not accessible",
    zh: "无法打开 `{file}`: 文件夹或文件不可访问",
    hint: {
      en: "Check the path and its permissions, or name another file with `--workspace`",
      zh: "检查路径和权限, 或用 `--workspace` 指定其他文件",
    },
  },
  WORKSPACE_DISK_FULL: {
    exit: 3,
    en: "Cannot write to `{file}`: the disk is full; the step was taken back",
    zh: "无法写入 `{file}`: 磁盘已满; 该步骤已撤销",
    hint: { en: "Free some space and run it again", zh: "腾出空间后重新执行" },
  },
  WORKSPACE_IS_EMPTY: {
    exit: 2,
    en: "Cannot read `{file}`: there is no workspace yet",
    zh: "无法读取 `{file}`: 还没有工作区",
    hint: {
      en: "Begin with `goldpan import`",
      zh: "先执行 `goldpan import`",
    },
  },
  WORKSPACE_LOCKED: {
    exit: 7,
    en: "Cannot write to `{file}`: process {pid} on {host} has been at work there since {since}",
    zh: "无法写入 `{file}`: {host} 上的进程 {pid} 自 {since} 起正在使用",
    hint: {
      en: "Wait until it is done, or remove a dead lock with `goldpan unlock --force`",
      zh: "等它结束; 若确认已失效, 用 `goldpan unlock --force` 解除",
    },
  },
  WORKSPACE_NOT_A_PLAN: {
    exit: 2,
    en: "Cannot read `{file}`: it is no plan of goldpan",
    zh: "无法读取 `{file}`: 这不是淘金的计划文件",
    hint: {
      en: "Make a plan with `goldpan load --dry-run --out F.plan`",
      zh: "用 `goldpan load --dry-run --out F.plan` 生成计划",
    },
  },
  WORKSPACE_NOT_ONE: {
    exit: 3,
    en: "Cannot open `{file}`: it is no goldpan workspace",
    zh: "无法打开 `{file}`: 这不是淘金的工作区",
  },
  WORKSPACE_PLAN_EXISTS: {
    exit: 2,
    en: "Cannot write the plan `{file}`: the file exists and is no plan",
    zh: "无法写入计划 `{file}`: 文件已存在且不是计划",
    hint: { en: "Name another file with `--out`", zh: "用 `--out` 指定其他文件" },
  },
  WORKSPACE_READ_ONLY: {
    exit: 3,
    en: "Cannot write to `{file}`: it is read-only",
    zh: "无法写入 `{file}`: 文件只读",
  },
  WORKSPACE_TOO_NEW: {
    exit: 3,
    en: "Cannot open `{file}`: its schema has version {found}, this goldpan knows up to {known}",
    zh: "无法打开 `{file}`: 其结构版本为 {found}, 当前淘金只认识到 {known}",
    hint: { en: "Install a newer goldpan", zh: "安装更新版本的淘金" },
  },
} as const;
