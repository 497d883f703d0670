import type { Rule } from "../model/finding.ts";

/** What can be found while files are read; the law behind them is `contracts.md` 5. */
export const importRules: readonly Rule[] = [
  {
    code: "I101",
    name: "row-width",
    zh: "该行的列数与表头不符，整行隔离，不猜测错位",
    en: "The row has other than the header's number of cells: it is set aside whole, nothing is shifted",
    example: ["客户名称,电话 / 华宸,上海,1380", "quarantined: expected 2 cells, got 3"],
  },
  {
    code: "I102",
    name: "quotes-broken",
    zh: "该行的引号没有配对，整行隔离",
    en: "The quotes of the row do not close: it is set aside as it stands",
    example: ['"华宸,1380', "quarantined: quotes do not close"],
  },
  {
    code: "I103",
    name: "sheet-hidden",
    zh: "隐藏的工作表未读取，可用 --sheet 指定",
    en: "A hidden sheet was not read; name it with --sheet to read it",
  },
  {
    code: "I104",
    name: "sheet-without-data",
    zh: "工作表没有数据行",
    en: "The sheet has no data row",
  },
  {
    code: "I105",
    name: "header-missing",
    zh: "没有找到表头，各列按序号命名；有表头时用 --header-row 指定",
    en: "No header was found and the columns are numbered; name its row with --header-row if there is one",
    example: ["13800138000,2024-03-05", "列1, 列2"],
  },
  {
    code: "I106",
    name: "text-damaged",
    zh: "文件是 UTF-8，但有损坏的字节，显示为 �",
    en: "The file is UTF-8 but for some damaged bytes, which read as �",
  },
  {
    code: "I107",
    name: "digits-lost",
    zh: "超过 15 位的数字被 Excel 截断，末尾各位已丢失",
    en: "Numbers longer than 15 digits: Excel had already lost the last ones",
    example: ["1234567890123456789", "1234567890123456800"],
  },
  {
    code: "I108",
    name: "encoding-guessed",
    zh: "编码由内容推断，可用 --encoding 指定",
    en: "The encoding was told from the content; name it with --encoding if it is another",
  },
  {
    code: "I109",
    name: "row-endless",
    zh: "超过 16 MB 没有换行，只保留开头，整行隔离",
    en: "No line break comes for 16 MB: the row is set aside and only its beginning kept",
  },
  {
    code: "I120",
    name: "not-a-person",
    zh: "群聊、公众号、系统账号和已删除的联系人未读取",
    en: "Groups, official accounts, system accounts and deleted contacts were not read",
  },
  {
    code: "I121",
    name: "text-before-chat",
    zh: "第一条消息之前的文字未读取",
    en: "Text before the first message was not read",
  },
];
