/** The four columns of `*_Contacts.csv`, which the file itself does not name. */
export const wechatExporterColumns: readonly string[] = [
  "wechatId",
  "displayName",
  "portraitURL",
  "tags",
];

/**
 * Are these rows, the first of a file without a header, contacts of WechatExporter? All have four
 * cells, the first an id of WeChat and the third an address of a picture or nothing.
 */
export function isWechatExporter(rows: readonly (readonly string[])[]): boolean {
  const pictures = rows.filter(([, , picture = ""]) => /^https?:\/\/\S+$/.test(picture));
  return pictures.length > 0 && rows.every(fits);
}

function fits(cells: readonly string[]): boolean {
  const [id = "", , picture = ""] = cells;
  const isPicture = picture === "" || /^https?:\/\/\S+$/.test(picture);
  return cells.length === 4 && /^[a-zA-Z][\w@-]{4,}$/.test(id) && isPicture;
}
