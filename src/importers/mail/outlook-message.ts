import { CFB } from "@e965/xlsx";
import type { Mailbox, MailMessage } from "./message.ts";

/** Tags of [MS-OXPROPS] that are read; the type of the value stands behind the tag. */
const tags = {
  subject: "0037",
  senderName: "0C1A",
  senderAddress: ["5D01", "0C1F"],
  messageId: "1035",
  recipientName: "3001",
  recipientAddress: ["39FE", "3003"],
} as const;

/** Tag and type of times, the time of sending first. */
const timeTags = [0x00_39_00_40, 0x0e_06_00_40, 0x30_07_00_40];

/**
 * A message as Outlook saves it: a compound file ([MS-OXMSG]) whose texts are UTF-16 (`001F`) or
 * 8-bit letters (`001E`) of a code page, in China nearly always 936.
 */
export function readOutlookMessage(bytes: Buffer): MailMessage {
  const contents = contentsOf(bytes);
  const numbers = readNumbers(contents.get("__properties_version1.0"));
  const text = textReader(contents, encodingOf(numbers));
  const folders = [...new Set([...contents.keys()].map((path) => path.split("/")[0] ?? ""))];
  const recipients = folders
    .filter((name) => name.startsWith("__recip_version1.0"))
    .toSorted(byCodePoint);
  return {
    id: text("", [tags.messageId]),
    date: timeOf(numbers),
    from: {
      name: text("", [tags.senderName]),
      address: addressOf(text("", tags.senderAddress)),
    },
    to: recipients.map((folder): Mailbox => ({
      name: text(`${folder}/`, [tags.recipientName]).replaceAll(/^'|'$/g, ""),
      address: addressOf(text(`${folder}/`, tags.recipientAddress)),
    })),
    subject: text("", [tags.subject]),
  };
}

/** A name of Exchange (`/O=...`) is no address. */
const addressOf = (text: string): string => (text.includes("@") ? text.toLowerCase() : "");

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : 1);

/** The part of a compound file that is read here; the package types it as `any`. */
interface CompoundFile {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { readonly content?: Uint8Array | readonly number[] }[];
}

function contentsOf(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const file: CompoundFile = CFB.read(bytes, { type: "buffer" });
  return new Map(
    file.FullPaths.map((path, at) => [
      path.replace(/^Root Entry\//, ""),
      Buffer.from(file.FileIndex[at]?.content ?? []),
    ]),
  );
}

type TextReader = (folder: string, wanted: readonly string[]) => string;

function textReader(contents: ReadonlyMap<string, Buffer>, encoding: string): TextReader {
  const read = (path: string): string => {
    const wide = contents.get(`${path}001F`);
    if (wide !== undefined) return wide.toString("utf16le");
    return new TextDecoder(encoding).decode(contents.get(`${path}001E`) ?? Buffer.alloc(0));
  };
  return (folder, wanted) => {
    const texts = wanted.map((tag) => read(`${folder}__substg1.0_${tag}`));
    return (texts.find((each) => each !== "") ?? "").replaceAll("\0", "").trim();
  };
}

const encodings: Readonly<Record<string, string>> = {
  "932": "shift_jis",
  "936": "gb18030",
  "949": "euc-kr",
  "950": "big5",
  "1252": "windows-1252",
  "65001": "utf-8",
};

/** The code page of the message, else that of its text on the net, else that of China. */
function encodingOf(numbers: ReadonlyMap<number, bigint>): string {
  const [page, internetPage] = [numbers.get(0x3f_fd_00_03), numbers.get(0x3f_de_00_03)];
  const named = [page, internetPage].map((each) => encodings[String((each ?? 0n) & 0xff_ffn)]);
  return named.find((each) => each !== undefined) ?? "gb18030";
}

/** The properties of fixed size: 32 bytes, then 16 for each, tag first and value last. */
function readNumbers(properties: Buffer = Buffer.alloc(0)): ReadonlyMap<number, bigint> {
  const numbers = new Map<number, bigint>();
  for (let at = 32; at + 16 <= properties.length; at += 16) {
    numbers.set(properties.readUInt32LE(at), properties.readBigUInt64LE(at + 8));
  }
  return numbers;
}

/** Times count 100 ns from 1601 on. */
function timeOf(numbers: ReadonlyMap<number, bigint>): string {
  const found = timeTags.map((tag) => numbers.get(tag)).find((each) => each !== undefined);
  if (found === undefined) return "";
  const milliseconds = found / 10_000n - 11_644_473_600_000n;
  return new Date(Number(milliseconds)).toISOString();
}
