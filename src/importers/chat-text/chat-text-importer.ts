import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import type { Finding } from "../../model/finding.ts";
import type { ReadOptions } from "../../model/source.ts";
import { encodingNamed } from "../encoding-name.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { refuseSheet, wholeTable } from "../whole-table.ts";
import { readMessages, type TextMessage } from "./message-lines.ts";

/** Conversations that were saved as text: one row a message. */
export const chatTextImporter: Importer = {
  name: "chat-text",
  open: openChat,
};

const columns = ["会话", "时间", "发送者", "方向", "内容"];

async function openChat({ path, digest }: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(path, options);
  const encoding = encodingNamed(options.encoding) ?? digest.encoding;
  const text = new TextDecoder(encoding).decode(await readFile(path));
  const { messages, linesBefore } = readMessages(text);
  const talker = talkerOf(path);
  const day = dayOf(path);
  const all = [columns, ...messages.map((message) => cellsOf(message, talker, day))];
  const findings: Finding[] =
    linesBefore === 0 ? [] : [{ code: "I121", severity: "info", detail: `${linesBefore} lines` }];
  return { tables: [wholeTable(all)], encoding, findings };
}

const isOwn = (sender: string): boolean => /^(?:我|me|.*\(我\))$/.test(sender);

function cellsOf({ time, sender, content }: TextMessage, talker: string, day: string): string[] {
  const at = /^\d{2}:\d{2}:\d{2}$/.test(time) && day !== "" ? `${day} ${time}` : time;
  return [talker, at, sender, isOwn(sender) ? "out" : "in", content];
}

/**
 * The other side of the conversation, which only the path names.
 * `聊天记录/林晓-华宸(wxid_demo)/林晓-华宸.txt` -> `林晓-华宸`, `wxid_demo_2026-03-02.txt` -> `wxid_demo`
 */
function talkerOf(path: string): string {
  const name = basename(path).replace(/\.[a-z]{2,4}$/i, "");
  const plain = name.replace(/(?:[_-]?\d{4}-\d{2}-\d{2})+$/, "").replace(/_utf8$/, "");
  const isGeneral = /^(?:messages?|chat|聊天记录|消息)?$/i.test(plain);
  const chosen = isGeneral ? basename(dirname(path)) : plain;
  return chosen.replace(/\((?:wxid_)?[\w-]+\)$/, "");
}

/** The only day in the name of the file, where the messages have but a time. */
function dayOf(path: string): string {
  const days = new Set(basename(path).match(/\d{4}-\d{2}-\d{2}/g) ?? []);
  return days.size === 1 ? [...days].join("") : "";
}
