import PostalMime, { type Address } from "postal-mime";
import { joinEncodedWords } from "./join-encoded-words.ts";

/** What is kept of a mail: who, when, about what. Its text is not read. */
export interface MailMessage {
  readonly id: string;
  readonly date: string;
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly subject: string;
}

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

const noMailbox: Mailbox = { name: "", address: "" };

/**
 * The header of a mail (RFC 5322, RFC 2047). Words in gb2312 are read as GB18030; a header in plain
 * 8-bit letters, which no standard allows and old mailers wrote, is UTF-8 or else GB18030.
 */
export async function readMessage(header: Buffer): Promise<MailMessage> {
  const mail = await PostalMime.parse(
    `${joinEncodedWords(decodeHeader(header)).trimEnd()}\r\n\r\n`,
  );
  const to = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(mailboxesOf);
  return {
    id: mail.messageId ?? "",
    date: mail.date ?? "",
    from: mail.from === undefined ? noMailbox : (mailboxesOf(mail.from)[0] ?? noMailbox),
    to,
    subject: (mail.subject ?? "").replaceAll(/\s+/g, " ").trim(),
  };
}

function decodeHeader(header: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(header);
  } catch {
    return new TextDecoder("gb18030").decode(header);
  }
}

/** A group of addresses stands for its members; an Exchange name (`/o=...`) is no address. */
function mailboxesOf(address: Address): Mailbox[] {
  const members = address.group ?? [address];
  return members.map(({ name, address: text }) => ({
    name: name.replaceAll(/^['"]|['"]$/g, "").trim(),
    address: text.includes("@") ? text.toLowerCase() : "",
  }));
}
