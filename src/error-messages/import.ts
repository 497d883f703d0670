/** Errors `IMPORT_...`. Sorted by code. */
export const importMessages = {
  IMPORT_DAMAGED: {
    exit: 3,
    en: "Cannot read `{file}`: the file is damaged ({reason})",
    zh: "无法读取 `{file}`: 文件已损坏 ({reasonZh})",
    hint: {
      en: "Open it in Excel or WPS, save it as .xlsx and try again",
      zh: "用 Excel 或 WPS 打开, 另存为 .xlsx 再试",
    },
  },
  IMPORT_DATABASE_UNREADABLE: {
    exit: 3,
    en: "Cannot read `{file}`: the SQLite database does not open ({reason})",
    zh: "无法读取 `{file}`: SQLite 数据库打不开 ({reason})",
  },
  IMPORT_EMPTY_FILE: {
    exit: 3,
    en: "Cannot read `{file}`: the file is empty (0 bytes)",
    zh: "无法读取 `{file}`: 文件是空的 (0 字节)",
  },
  IMPORT_FILE_MISSING: {
    exit: 3,
    en: "Cannot open `{file}`: no such file",
    zh: "无法打开 `{file}`: 没有这个文件",
  },
  IMPORT_FOLDER_EMPTY: {
    exit: 3,
    en: "Cannot read `{file}`: there is no file in the folder",
    zh: "无法读取 `{file}`: 文件夹里没有文件",
  },
  IMPORT_IS_DIRECTORY: {
    exit: 3,
    en: "Cannot read `{file}`: it is a directory, expected a file",
    zh: "无法读取 `{file}`: 这是文件夹, 需要一个文件",
  },
  IMPORT_JSON_BROKEN: {
    exit: 3,
    en: "Cannot read `{file}`: the JSON is not valid ({reason})",
    zh: "无法读取 `{file}`: JSON 格式有误 ({reason})",
  },
  IMPORT_NOT_A_TABLE: {
    exit: 3,
    en: "Cannot read `{file}` as a table: the file is {what}",
    zh: "无法按表格读取 `{file}`: 这是{whatZh}",
  },
  IMPORT_NO_ACCESS: {
    exit: 3,
    en: "Cannot open `{file}`: the system refuses it ({reason})",
    zh: "无法打开 `{file}`: 系统拒绝访问 ({reason})",
  },
  IMPORT_NO_MAPPING: {
    exit: 2,
    en: "Cannot import `{file}`: no mapping of the project names this file",
    zh: "无法导入 `{file}`: 项目里没有映射包含这个文件",
    hint: {
      en: "Propose one with `goldpan mapping suggest {file} -o mappings/new.yaml`, then review it",
      zh: "用 `goldpan mapping suggest {file} -o mappings/new.yaml` 生成建议, 然后审核",
    },
  },
  IMPORT_NO_ROWS: {
    exit: 3,
    en: "Cannot use `{file}`: no data row was found below the header ({format}, rows with text: {rows})",
    zh: "无法使用 `{file}`: 表头下面没有数据行 ({format}, 有内容的行: {rows})",
    hint: {
      en: "Name the row of the header with `--header-row`, or the sheet with `--sheet`",
      zh: "用 `--header-row` 指定表头所在行, 或用 `--sheet` 指定工作表",
    },
  },
  IMPORT_NO_SHEETS: {
    exit: 2,
    en: 'Cannot read sheet "{sheet}" of `{file}`: the file is text, which has no sheets',
    zh: '无法读取 `{file}` 的工作表 "{sheet}": 这是文本文件, 没有工作表',
  },
  IMPORT_PASSWORD: {
    exit: 3,
    en: "Cannot read `{file}`: the workbook is protected with a password",
    zh: "无法读取 `{file}`: 工作簿有密码保护",
    hint: {
      en: "Open it in Excel or WPS, save a copy without a password and read that",
      zh: "用 Excel 或 WPS 打开, 另存一份不带密码的副本",
    },
  },
  IMPORT_SHEET_MISSING: {
    exit: 2,
    en: 'Cannot read `{file}`: it has no sheet "{sheet}", found {sheets}',
    zh: '无法读取 `{file}`: 没有工作表 "{sheet}", 现有 {sheets}',
  },
  IMPORT_TEMPLATE: {
    exit: 3,
    en: "Cannot use `{file}`: it is a template without data (only sample rows)",
    zh: "无法使用 `{file}`: 这是没有数据的模板 (只有示例行)",
  },
  IMPORT_TWO_MAPPINGS: {
    exit: 2,
    en: "Cannot import `{file}`: both `{first}` and `{second}` name this file",
    zh: "无法导入 `{file}`: `{first}` 和 `{second}` 都包含这个文件",
    hint: {
      en: "Narrow `source.files` of one of them, or name the `source.sheet` of each",
      zh: "收窄其中一个的 `source.files`, 或为每个指定 `source.sheet`",
    },
  },
  IMPORT_ZIP_BOMB: {
    exit: 3,
    en: "Cannot read `{file}`: `{part}` grows from {packed} bytes to more than {bytes} when it is unpacked, out of all proportion",
    zh: "无法读取 `{file}`: `{part}` 解压后从 {packed} 字节膨胀到 {bytes} 字节以上, 比例异常",
    hint: {
      en: "If the file can be trusted, open it in Excel or WPS and save it anew",
      zh: "如果文件可信, 用 Excel 或 WPS 打开后重新保存",
    },
  },
  IMPORT_ZIP_FILES: {
    exit: 3,
    en: "Cannot read `{file}`: the archive holds {files} files, expected 1 to 1,000",
    zh: "无法读取 `{file}`: 压缩包里有 {files} 个文件, 应为 1 到 1,000 个",
  },
  IMPORT_ZIP_PASSWORD: {
    exit: 3,
    en: "Cannot read `{file}`: the archive is protected with a password",
    zh: "无法读取 `{file}`: 压缩包有密码保护",
    hint: {
      en: "Unpack it with the password and read the files in it",
      zh: "用密码解压后读取其中的文件",
    },
  },
  IMPORT_ZIP_PATH: {
    exit: 3,
    en: "Cannot read `{file}`: the archive holds the name `{part}`, which leads out of it",
    zh: "无法读取 `{file}`: 压缩包里的文件名 `{part}` 指向压缩包之外",
    hint: {
      en: "Do not unpack it; ask for a new export",
      zh: "不要解压, 请重新导出",
    },
  },
} as const;
