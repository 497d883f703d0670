import type { Mailbox, MailMessage } from "./message.ts";

/** What a mail becomes; the profile `mail-messages` knows these headings. */
export const mailColumns: readonly string[] = [
  "邮件ID",
  "时间",
  "方向",
  "对方姓名",
  "对方邮箱",
  "我方邮箱",
  "主题",
  "发件人",
  "收件人",
];

/**
 * One row a mail. Ours is the address that stands in most mails of the file, as sender or
 * receiver; the other side is the first that is not of our domain. A single mail tells nothing of
 * ours: then its sender is the other side.
 */
export function mailRows(messages: readonly MailMessage[]): string[][] {
  const own = ownAddress(messages);
  return messages.map((message) => rowOf(message, own));
}

function ownAddress(messages: readonly MailMessage[]): string {
  const counts = new Map<string, number>();
  for (const { from, to } of messages) {
    for (const address of new Set([from, ...to].map((each) => each.address))) {
      if (address !== "") counts.set(address, (counts.get(address) ?? 0) + 1);
    }
  }
  const [most, next] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === undefined || messages.length < 2 || most[1] === next?.[1]) return "";
  return most[0];
}

function rowOf({ id, date, from, to, subject }: MailMessage, own: string): string[] {
  const isOwn = ({ address }: Mailbox): boolean => isOurs(address, own);
  const isOut = own !== "" && isOwn(from);
  const other = (isOut ? to.find((each) => !isOwn(each)) : from) ?? { name: "", address: "" };
  const ours = isOut ? from.address : (to.find(isOwn)?.address ?? "");
  return [
    id,
    date,
    own === "" ? "" : isOut ? "out" : "in",
    other.name === other.address ? "" : other.name,
    other.address,
    ours,
    subject,
    textOf(from),
    to.map(textOf).join("; "),
  ];
}

const publicDomain =
  /@(?:qq|163|126|139|sina|foxmail|gmail|outlook|hotmail|yahoo)\.(?:com|cn|net)$/;

/** The same address, or one of the same company: a public mail service is no company. */
function isOurs(address: string, own: string): boolean {
  if (address === own) return own !== "";
  return own !== "" && !publicDomain.test(own) && domainOf(address) === domainOf(own);
}

function domainOf(address: string): string {
  return address.slice(address.indexOf("@") + 1);
}

function textOf({ name, address }: Mailbox): string {
  if (name === "" || address === "") return `${name}${address}`;
  return `${name} <${address}>`;
}
