/** Errors `DEDUPE_...`. Sorted by code. */
export const dedupeMessages = {
  DEDUPE_ANSWERS_IN_FILE: {
    exit: 2,
    en: "Cannot write `{file}`: answers in it would be lost ({answers})",
    zh: "无法写入 `{file}`: 其中的裁决或标注会丢失 ({answers} 个)",
    hint: {
      en: "Take decisions over with `goldpan review --decisions {file}`, name another file, or write over it with `--yes`",
      zh: "用 `goldpan review --decisions {file}` 读回裁决, 或另取文件名, 或用 `--yes` 覆盖",
    },
  },
  DEDUPE_GOLDEN_IN_PAIR: {
    exit: 2,
    en: "Cannot compare `{record}`: it is a golden record, and records are compared",
    zh: "无法比较 `{record}`: 这是黄金记录, 只能比较记录",
    hint: {
      en: "See the records it is made of with `goldpan explain {record}`",
      zh: "用 `goldpan explain {record}` 查看它由哪些记录组成",
    },
  },
  DEDUPE_ID_BLANK: {
    exit: 2,
    en: "Cannot use column `{column}` of `{file}` as id: it is blank in row {row}",
    zh: "无法把 `{file}` 的 `{column}` 列用作编号: 第 {row} 行为空",
    hint: {
      en: "Leave `--id` out to number the rows",
      zh: "省略 `--id` 则按行编号",
    },
  },
  DEDUPE_ID_NOT_UNIQUE: {
    exit: 2,
    en: 'Cannot use the id column of `{file}`: "{id}" stands in more than one row',
    zh: '无法使用 `{file}` 的编号列: "{id}" 出现在多行',
  },
  DEDUPE_LABELS_ELSEWHERE: {
    exit: 2,
    en: "Cannot evaluate `{clusters}`: none of its records is labelled in `{file}`",
    zh: "无法评估 `{clusters}`: 其记录在 `{file}` 中均无标注",
    hint: {
      en: "Make the clusters with `--id` and the column that the labels use",
      zh: "生成聚类时用 `--id` 指定标注所用的编号列",
    },
  },
  DEDUPE_LABELS_NOT_READ: {
    exit: 2,
    en: "Cannot read `{file}`: expected the columns {expected}, found {columns}",
    zh: "无法读取 `{file}`: 应有列 {expected}, 现有 {columns}",
  },
  DEDUPE_LABEL_NOT_READ: {
    exit: 2,
    en: 'Cannot read row {row} of `{file}`: expected 1 or 0 for `same`, found "{found}"',
    zh: '无法读取 `{file}` 第 {row} 行: `same` 应为 1 或 0, 实为 "{found}"',
  },
  DEDUPE_LABEL_ROW_BROKEN: {
    exit: 2,
    en: "Cannot read row {row} of `{file}`: its cells do not fit the header",
    zh: "无法读取 `{file}` 第 {row} 行: 单元格数与表头不符",
  },
  DEDUPE_NO_KNOWN_COLUMN: {
    exit: 2,
    en: "Cannot match `{file}`: no column is known for entity `{entity}`, found {columns}",
    zh: "无法匹配 `{file}`: 没有可识别为 `{entity}` 的列, 现有 {columns}",
    hint: {
      en: "Name the columns in a mapping and pass it with `--mapping`",
      zh: "在映射文件中说明各列, 用 `--mapping` 传入",
    },
  },
  DEDUPE_MODEL_NOT_READ: {
    exit: 2,
    en: "Cannot read the match model `{file}`: {reason}",
    zh: "无法读取匹配模型 `{file}`: {reasonZh}",
  },
  DEDUPE_NOT_A_REVIEW: {
    exit: 2,
    en: "Cannot read decisions from `{file}`: no sheet has the columns Decision, Record (left), Record (right) and Check",
    zh: "无法从 `{file}` 读取裁决: 没有含 判定, 记录 (左), 记录 (右), 校验 列的工作表",
    hint: {
      en: "Write such a file with `goldpan review --to FILE.xlsx`",
      zh: "用 `goldpan review --to 文件.xlsx` 生成此类文件",
    },
  },
  DEDUPE_NOT_A_RUN: {
    exit: 2,
    en: "Cannot compare run {run}: it left no golden records; those of `dedupe` are {runs}",
    zh: "无法比较运行 {run}: 它没有产生黄金记录; `dedupe` 的运行有 {runs}",
    hint: { en: "List them with `goldpan runs`", zh: "用 `goldpan runs` 查看所有运行" },
  },
  DEDUPE_NOT_COMPARED: {
    exit: 2,
    en: "Cannot compare `{left}` with `{right}`: only two customers, or two contacts, are compared",
    zh: "无法比较 `{left}` 和 `{right}`: 只比较两个客户或两个联系人",
  },
  DEDUPE_NOT_YET: {
    exit: 2,
    en: "Cannot explain `{record}`: duplicates were not searched since it was imported",
    zh: "无法解释 `{record}`: 导入后尚未去重",
    hint: { en: "Run `goldpan dedupe` first", zh: "请先运行 `goldpan dedupe`" },
  },
  DEDUPE_NO_GOLDENS: {
    exit: 2,
    en: "Cannot look for `{text}`: there are no golden records yet",
    zh: "无法查找 `{text}`: 还没有黄金记录",
    hint: { en: "Run `goldpan dedupe` first", zh: "请先运行 `goldpan dedupe`" },
  },
  DEDUPE_NO_RECORDS: {
    exit: 2,
    en: "Cannot look for duplicates: there are no records yet",
    zh: "无法去重: 还没有记录",
    hint: {
      en: "Run `goldpan import` and `goldpan normalize` first",
      zh: "先执行 `goldpan import` 和 `goldpan normalize`",
    },
  },
  DEDUPE_NO_SUCH_DECISION: {
    exit: 2,
    en: "Cannot revoke decision {id}: there is none of that number, or it is revoked already",
    zh: "无法撤销裁决 {id}: 没有该编号的裁决, 或已撤销",
    hint: { en: "See them with `goldpan decisions`", zh: "用 `goldpan decisions` 查看" },
  },
  DEDUPE_NO_SUCH_RECORD: {
    exit: 2,
    en: "Cannot find `{record}`: no record and no golden record has this id",
    zh: "找不到 `{record}`: 没有此编号的记录或黄金记录",
    hint: {
      en: "A record is `system:key`, a golden record `g-...`; find one with `goldpan find`",
      zh: "记录写作 `系统:主键`, 黄金记录写作 `g-...`; 可用 `goldpan find` 查找",
    },
  },
} as const;
