/** Errors `MAPPING_...`. Sorted by code. */
export const mappingMessages = {
  MAPPING_CHILD_UNRELATED: {
    exit: 2,
    en: "`{entity}` cannot be a child of `{parent}`: it has no field that refers to a `{parent}`",
    zh: "`{entity}` 不能作为 `{parent}` 的子记录: 它没有指向 `{parent}` 的字段",
  },
  MAPPING_COLUMN_TWICE: {
    exit: 2,
    en: "Column `{column}` is named twice for `{key}`",
    zh: "`{key}` 两次使用了列 `{column}`",
  },
  MAPPING_IS_SUGGESTED: {
    exit: 2,
    en: "Mapping `{file}` was suggested and nobody has reviewed it",
    zh: "映射 `{file}` 是自动建议的, 还没有人审核",
    hint: {
      en: "Read it and remove the line `suggested: true`, or go on with `--accept-suggested`",
      zh: "审核后删除 `suggested: true` 一行, 或用 `--accept-suggested` 继续",
    },
  },
  MAPPING_KEY_FIELD_MISSING: {
    exit: 2,
    en: "No column gives `{field}` of `{entity}`, which weighs most in completeness",
    zh: "没有列给出 `{entity}` 的 `{field}`, 它是完整性的关键字段",
  },
  MAPPING_MANY_TO_ONE: {
    exit: 2,
    en: '`{field}`: {values} all become "{value}", the difference is lost',
    zh: '`{field}`: {values} 都变成 "{value}", 差别会丢失',
  },
  MAPPING_MISSING_COLUMN: {
    exit: 2,
    en: "Cannot map the table: it has no column {columns}, it has {found}",
    zh: "无法映射此表: 没有列 {columns}, 现有 {found}",
    hint: {
      en: "Correct the columns in the mapping, or the header row with `source.header`",
      zh: "请修改映射中的列名, 或用 `source.header` 指定表头所在行",
    },
  },
  MAPPING_MISSING_KEY: {
    exit: 2,
    en: "`{key}` is missing",
    zh: "缺少 `{key}`",
  },
  MAPPING_NARROWS: {
    exit: 2,
    en: "`{field}` holds one value, but {columns} may both have one: only the first is kept",
    zh: "`{field}` 只有一个值, 而 {columns} 可能都有值: 只保留第一个",
  },
  MAPPING_NOTHING_KNOWN: {
    exit: 2,
    en: "Cannot suggest a mapping for `{file}`: hardly a column of it is known ({columns})",
    zh: "无法为 `{file}` 建议映射: 几乎没有认识的列 ({columns})",
    hint: {
      en: "Begin one with `goldpan mapping suggest {file} -o mappings/new.yaml` and fill it in",
      zh: "用 `goldpan mapping suggest {file} -o mappings/new.yaml` 生成后自行补充",
    },
  },
  MAPPING_NOT_SDL: {
    exit: 2,
    en: 'Cannot read line {row} of `{file}`: expected "COLUMN=Field", found no `=`',
    zh: '无法读取 `{file}` 第 {row} 行: 应为 "列=字段", 但没有 `=`',
  },
  MAPPING_NOT_VALID: {
    exit: 2,
    en: "Mapping `{file}` is not valid ({count} {count:problem/problems})",
    zh: "映射 `{file}` 有 {count} 处错误",
    hint: {
      en: "Check a mapping without loading with `goldpan mapping check {file}`",
      zh: "用 `goldpan mapping check {file}` 只检查映射, 不装载",
    },
  },
  MAPPING_NOT_YAML: {
    exit: 2,
    en: "Cannot read the file as YAML: {reason}",
    zh: "无法按 YAML 读取: {reason}",
  },
  MAPPING_RULE_EMPTY: {
    exit: 2,
    en: "`{key}` takes its value from exactly one of `from` and `const`",
    zh: "`{key}` 必须且只能有 `from` 或 `const` 之一",
  },
  MAPPING_TYPE_MISMATCH: {
    exit: 2,
    en: "`{key}` needs a field of type {expected}, but `{field}` is {found}",
    zh: "`{key}` 需要类型为 {expected} 的字段, 但 `{field}` 是 {found}",
  },
  MAPPING_UNKNOWN_FIELD: {
    exit: 2,
    en: "`{entity}` has no field `{field}`; did you mean {nearest}?",
    zh: "`{entity}` 没有字段 `{field}`; 是不是 {nearest}?",
  },
  MAPPING_UNKNOWN_KEY: {
    exit: 2,
    en: "Unknown key `{key}`; did you mean {nearest}?",
    zh: "未知的键 `{key}`; 是不是 {nearest}?",
  },
  MAPPING_UNKNOWN_VALUE: {
    exit: 2,
    en: "`{key}` cannot be {found}; did you mean {nearest}?",
    zh: "`{key}` 不能是 {found}; 是不是 {nearest}?",
  },
  MAPPING_UNMAPPED_COLUMN: {
    exit: 2,
    en: "{count} {count:column/columns} would be lost, the mapping does not name them: {columns}",
    zh: "映射没有提到 {count} 列, 它们会丢失: {columns}",
    hint: {
      en: 'Map them, or write `unmapped_columns: "store: extra"` to keep them as they are',
      zh: '请映射这些列, 或写 `unmapped_columns: "store: extra"` 原样保留',
    },
  },
  MAPPING_UNUSED_COLUMN: {
    exit: 2,
    en: "Column `{column}` is not used",
    zh: "列 `{column}` 没有用到",
  },
  MAPPING_WRONG_TYPE: {
    exit: 2,
    en: "`{key}` must be {expected}, found {found}",
    zh: "`{key}` 应为 {expected}, 实为 {found}",
  },
  MAPPING_WRONG_VALUE: {
    exit: 2,
    en: "`{key}` must be {expected}, found {found}",
    zh: "`{key}` 应为 {expected}, 实为 {found}",
  },
} as const;
