/** Errors `WORKSPACE_...`. Sorted by code. */
export const workspaceMessages = {
  WORKSPACE_LOCKED: {
    exit: 7,
    en: "Cannot write to `{file}`: {holder} has been at work there since {since}",
    zh: "无法写入 `{file}`: {holder} 自 {since} 起正在使用",
    hint: {
      en: "Wait until it is done, or remove a dead lock with `goldpan unlock --force`",
      zh: "等它结束; 若确认已失效, 用 `goldpan unlock --force` 解除",
    },
  },
  WORKSPACE_NOT_ONE: {
    exit: 3,
    en: "Cannot open `{file}`: it is no goldpan workspace",
    zh: "无法打开 `{file}`: 这不是淘金的工作区",
  },
  WORKSPACE_TOO_NEW: {
    exit: 3,
    en: "Cannot open `{file}`: its schema has version {found}, this goldpan knows up to {known}",
    zh: "无法打开 `{file}`: 其结构版本为 {found}, 当前淘金只认识到 {known}",
    hint: { en: "Install a newer goldpan", zh: "安装更新版本的淘金" },
  },
} as const;
