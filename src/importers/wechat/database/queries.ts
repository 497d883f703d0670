/** How the persons of an address book are read out of a database of WeChat. */
export interface WechatQuery {
  /** Selects the columns of `profile.ts`. */
  readonly persons: string;
  /** Counts what is left out: groups, official accounts, system accounts, deleted contacts. */
  readonly countOthers: string;
}

/** Names of the columns in one version of the database. */
interface Version {
  readonly table: string;
  readonly id: string;
  readonly alias: string;
  readonly remark: string;
  readonly nickname: string;
  readonly note: string;
  readonly deleted: string;
  readonly verified: string;
}

const versions: readonly Version[] = [
  {
    table: "Contact",
    id: "UserName",
    alias: "Alias",
    remark: "Remark",
    nickname: "NickName",
    note: "Reserved6",
    deleted: "DelFlag",
    verified: "VerifyFlag",
  },
  {
    table: "contact",
    id: "username",
    alias: "alias",
    remark: "remark",
    nickname: "nick_name",
    note: "description",
    deleted: "delete_flag",
    verified: "verify_flag",
  },
  {
    table: "WCContact",
    id: "m_nsUsrName",
    alias: "m_nsAliasName",
    remark: "m_nsRemark",
    nickname: "nickname",
    note: "",
    deleted: "",
    verified: "",
  },
];

const systemAccounts = [
  "filehelper",
  "weixin",
  "fmessage",
  "newsapp",
  "medianote",
  "floatbottle",
  "qmessage",
  "qqmail",
  "tmessage",
  "notifymessage",
];

/**
 * The query for a table that is an address book of WeChat, undefined for any other table. `tables`
 * are all tables of the database: the names of labels stand in one of their own.
 */
export function wechatQuery(
  table: string,
  columns: readonly string[],
  tables: readonly string[],
): WechatQuery | undefined {
  const version = versions.find((each) => each.table === table && columns.includes(each.id));
  if (version === undefined || !columns.includes(version.remark)) return undefined;
  const has = (column: string): boolean => column !== "" && columns.includes(column);
  const isPerson = conditionOf(version, has);
  const hasLabels = tables.includes("ContactLabel") && has("LabelIDList");
  const note = has(version.note) ? version.note : "''";
  const alias = has(version.alias) ? version.alias : "''";
  return {
    persons: `SELECT ${version.id} AS 微信内部ID, ${alias} AS 微信号, ${version.remark} AS 备注名,
      ${version.nickname} AS 昵称, ${hasLabels ? labels : "''"} AS 标签, ${note} AS 描述
      FROM ${table} WHERE ${isPerson} ORDER BY ${version.id}`,
    countOthers: `SELECT count(*) FROM ${table} WHERE NOT (${isPerson})`,
  };
}

/** LabelIDList is a list of numbers joined by commas, with one at the end. */
const labels = `(SELECT group_concat(LabelName, '; ') FROM ContactLabel
  WHERE ',' || LabelIDList LIKE '%,' || LabelId || ',%')`;

function conditionOf(version: Version, has: (column: string) => boolean): string {
  const { id, deleted, verified } = version;
  const names = systemAccounts.map((name) => `'${name}'`).join(", ");
  return [
    `coalesce(${id}, '') <> ''`,
    `${id} NOT LIKE '%@chatroom'`,
    `${id} NOT LIKE 'gh\\_%' ESCAPE '\\'`,
    `${id} NOT IN (${names})`,
    ...(has(deleted) ? [`coalesce(${deleted}, 0) = 0`] : []),
    ...(has(verified) ? [`coalesce(${verified}, 0) = 0`] : []),
  ].join(" AND ");
}
