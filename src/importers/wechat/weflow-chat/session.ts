import type { RawRow } from "../../raw-row.ts";

/** What stands above the messages of a chat, for each of them: the other side of the conversation. */
export interface Session {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
}

const labels = ["微信ID", "昵称", "备注"] as const;
const sender = "发送者身份";

/**
 * WeFlow and EchoTrace name the customer of a private chat once, in a row above the header:
 * `微信ID | wxid_demo | | 昵称 | 小林 | 备注 | 林晓-华宸` -> the columns `会话微信ID`, `会话昵称`, `会话备注`
 * for every message. undefined for other tables, and for groups: there the sender is the contact.
 */
export function sessionAbove(
  titleRows: readonly RawRow[],
  columns: readonly string[],
): Session | undefined {
  if (!columns.includes(sender)) return undefined;
  const found = titleRows.find(({ cells }) => cells[0]?.trim() === labels[0]);
  if (found === undefined) return undefined;
  const cells = labels.map((label) => valueBehind(found.cells, label));
  const isPerson = cells[0] !== "" && cells[0]?.endsWith("@chatroom") === false;
  return isPerson ? { columns: labels.map((label) => `会话${label}`), cells } : undefined;
}

/** The cell behind a label, over the blanks of a merged one; nothing when another label follows. */
function valueBehind(cells: readonly string[], label: string): string {
  const at = cells.findIndex((cell) => cell.trim() === label);
  const value = at < 0 ? undefined : cells.slice(at + 1).find((cell) => cell.trim() !== "");
  return value === undefined || labels.some((each) => each === value.trim()) ? "" : value.trim();
}
