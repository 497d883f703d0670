import { readFile } from "node:fs/promises";
import { GoldpanError } from "../../errors.ts";
import type { ReadOptions } from "../../model/source.ts";
import type { FileToRead, Importer, RawSource } from "../importer.ts";
import { refuseSheet, wholeTable } from "../whole-table.ts";
import { mailColumns, mailRows } from "./mail-rows.ts";
import type { MailMessage } from "./message.ts";

/** Mails: mailboxes (mbox), single mails (eml) and messages of Outlook (msg). Only headers are read. */
export const mailImporter: Importer = {
  name: "mail",
  open: openMail,
};

async function openMail(file: FileToRead, options: ReadOptions): Promise<RawSource> {
  refuseSheet(file.path, options);
  const rows = mailRows(await messagesOf(file));
  return { tables: [wholeTable([mailColumns, ...rows])], encoding: null, findings: [] };
}

async function messagesOf({ path, sniffed: { kind } }: FileToRead): Promise<MailMessage[]> {
  if (kind === "msg") return [await readOutlook(path)];
  const { readMessage } = await import("./message.ts");
  const { headerOf, headersOfMailbox } = await import("./mailbox-file.ts");
  if (kind === "eml") return [await readMessage(headerOf(await readFile(path)))];
  const messages: MailMessage[] = [];
  for await (const header of headersOfMailbox(path)) messages.push(await readMessage(header));
  return messages;
}

async function readOutlook(path: string): Promise<MailMessage> {
  const { readOutlookMessage } = await import("./outlook-message.ts");
  try {
    return readOutlookMessage(await readFile(path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new GoldpanError("IMPORT_DAMAGED", { file: path, reason }, { cause });
  }
}
