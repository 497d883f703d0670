/** Errors `STORE_...`. Sorted by code. */
export const storeMessages = {
  STORE_BUSY: {
    exit: 7,
    en: "Cannot write to `{store}`: another program is writing to it",
    zh: "无法写入 `{store}`: 另一个程序正在写入",
    hint: {
      en: "Wait until it is done and run it again; a load goes on with `--resume`",
      zh: "等它结束后重新执行; 装载可用 `--resume` 继续",
    },
  },
  STORE_CANNOT_OPEN: {
    exit: 3,
    en: "Cannot open `{store}`: the folder or the file is not accessible",
    zh: "无法打开 `{store}`: 文件夹或文件不可访问",
    hint: { en: "Check `store` in `goldpan.yaml`", zh: "请检查 `goldpan.yaml` 中的 `store`" },
  },
  STORE_CONSTRAINT: {
    exit: 3,
    en: "Cannot write a row of `{table}` in `{store}`: {reason}",
    zh: "无法写入 `{store}` 的 `{table}`: {reason}",
  },
  STORE_DISK_FAULT: {
    exit: 3,
    en: "Cannot read or write `{store}`: the disk reports a fault, or a limit on the size of files",
    zh: "无法读写 `{store}`: 磁盘报告故障, 或文件大小受限",
    hint: {
      en: "What was committed is kept; a load goes on with `goldpan load --resume`",
      zh: "已提交的内容仍在; 装载可用 `goldpan load --resume` 继续",
    },
  },
  STORE_DISK_FULL: {
    exit: 3,
    en: "Cannot write to `{store}`: the disk is full; the last batch was taken back",
    zh: "无法写入 `{store}`: 磁盘已满; 最后一批已撤销",
    hint: {
      en: "Free some space and go on with `goldpan load --resume`",
      zh: "腾出空间后用 `goldpan load --resume` 继续",
    },
  },
  STORE_LOCKED: {
    exit: 7,
    en: "Cannot write to `{store}`: process {pid} on {host} has been at work there since {since}",
    zh: "无法写入 `{store}`: {host} 上的进程 {pid} 自 {since} 起正在使用",
    hint: {
      en: "Wait until it is done, or remove a dead lock with `goldpan unlock --force`",
      zh: "等它结束; 若确认已失效, 用 `goldpan unlock --force` 解除",
    },
  },
  STORE_NOT_A_DATABASE: {
    exit: 3,
    en: "Cannot open `{store}`: it is no SQLite database, or it is damaged",
    zh: "无法打开 `{store}`: 不是 SQLite 数据库, 或已损坏",
  },
  STORE_READ_ONLY: {
    exit: 3,
    en: "Cannot write to `{store}`: it is read-only",
    zh: "无法写入 `{store}`: 只读",
  },
  STORE_TABLE_TAKEN: {
    exit: 2,
    en: "Cannot create table `{table}` in `{store}`: there is one that goldpan did not create",
    zh: "无法在 `{store}` 中创建表 `{table}`: 已有同名表, 且不是淘金创建的",
    hint: {
      en: "Describe the tables of this database in a store mapping, or name another file",
      zh: "用存储映射描述该库的表, 或指定其他文件",
    },
  },
} as const;
