/** Errors `CONFIG_...`. Sorted by code. */
export const configMessages = {
  CONFIG_ENV_MISSING: {
    exit: 2,
    en: "`{key}` needs the environment variable `{name}`, which is not set",
    zh: "`{key}` 需要环境变量 `{name}`, 但它没有设置",
  },
  CONFIG_FIELD_EXISTS: {
    exit: 2,
    en: "`{entity}` already has a field `{field}`",
    zh: "`{entity}` 已有字段 `{field}`",
  },
  CONFIG_MISSING: {
    exit: 2,
    en: "Cannot find `goldpan.yaml` in `{folder}` or above",
    zh: "在 `{folder}` 及其上级文件夹中找不到 `goldpan.yaml`",
    hint: {
      en: "Start a project with `goldpan init`, or name the file with `--config`",
      zh: "用 `goldpan init` 建立项目, 或用 `--config` 指定文件",
    },
  },
  CONFIG_MISSING_KEY: {
    exit: 2,
    en: "`{key}` is missing",
    zh: "缺少 `{key}`",
  },
  CONFIG_NOT_READABLE: {
    exit: 3,
    en: "Cannot read `{file}`: {reason}",
    zh: "无法读取 `{file}`: {reason}",
  },
  CONFIG_NOT_VALID: {
    exit: 2,
    en: "Project file `{file}` is not valid ({count} {count:problem/problems})",
    zh: "项目文件 `{file}` 有 {count} 处错误",
    hint: {
      en: "See the settings and where each comes from with `goldpan config`",
      zh: "用 `goldpan config` 查看各项设置及其来源",
    },
  },
  CONFIG_NOT_YAML: {
    exit: 2,
    en: "Cannot read the file as YAML: {reason}",
    zh: "无法按 YAML 读取: {reason}",
  },
  CONFIG_SECRET_IN_FILE: {
    exit: 2,
    en: "`{key}` holds a password, it must come from the environment as `${NAME}`",
    zh: "`{key}` 中写了密码, 请改用环境变量 `${NAME}`",
  },
  CONFIG_UNKNOWN_KEY: {
    exit: 2,
    en: "Unknown key `{key}`; did you mean {nearest}?",
    zh: "未知的键 `{key}`; 是不是 {nearest}?",
  },
  CONFIG_UNKNOWN_VALUE: {
    exit: 2,
    en: "`{key}` cannot be {found}; did you mean {nearest}?",
    zh: "`{key}` 不能是 {found}; 是不是 {nearest}?",
  },
  CONFIG_WRONG_TYPE: {
    exit: 2,
    en: "`{key}` must be {expected}, found {found}",
    zh: "`{key}` 应为 {expected}, 实为 {found}",
  },
  CONFIG_WRONG_VALUE: {
    exit: 2,
    en: "`{key}` must be {expected}, found {found}",
    zh: "`{key}` 应为 {expected}, 实为 {found}",
  },
} as const;
