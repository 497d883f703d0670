/** One message of a conversation that was saved as text. */
export interface TextMessage {
  /** As the file writes it, "" where it has none. */
  readonly time: string;
  readonly sender: string;
  readonly content: string;
}

/** How a program begins a message; what follows up to the next beginning is its text. */
interface LineFormat {
  readonly name: string;
  readonly begins: RegExp;
}

const moment = "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}";

/** The first format that several lines follow is the file's. */
const formats: readonly LineFormat[] = [
  { name: "wechatmsg", begins: new RegExp(`^(?<time>${moment}) '?(?<sender>[^',;|\\t]+?)'?$`) },
  { name: "markdown", begins: new RegExp(`^##+ (?<time>${moment}) (?<sender>.+)$`) },
  {
    name: "chatlog",
    begins:
      /^(?<sender>\S.*\((?:wxid_\w+|[\w-]{5,}|我)\)|我) (?<time>(?:\d{4}-)?(?:\d{2}-\d{2} )?\d{2}:\d{2}:\d{2})$/,
  },
  {
    name: "wechatexporter",
    begins:
      /^(?<sender>\S[^()]*) \((?<time>\d{4}[-/]\d{1,2}[-/]\d{1,2} [\d:]+)\): ?(?<content>.*)$/,
  },
  {
    name: "wechat-dump",
    begins:
      /^[\w-]+\|(?<sender>[^:|]+):(?<time>\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}|\d{10,13}):(?<content>.*)$/,
  },
];

/** How many of the first lines are looked at, and how many of them must begin a message. */
const [searched, fewest] = [200, 2];

/** Does this text look like a saved conversation? */
export function isChatText(text: string): boolean {
  return formatOf(text.split(/\r?\n/)) !== undefined;
}

function formatOf(lines: readonly string[]): LineFormat | undefined {
  const first = lines.slice(0, searched);
  return formats.find(({ begins }) => first.filter((line) => begins.test(line)).length >= fewest);
}

/**
 * The messages of a saved conversation in file order, and how many lines stand before the first.
 * `"2026-03-02 09:15:00 林晓\n你好\n\n"` (twice) -> `{ time: "2026-03-02 09:15:00", sender: "林晓", content: "你好" }`
 */
export function readMessages(text: string): { messages: TextMessage[]; linesBefore: number } {
  const lines = text.split(/\r?\n/);
  const format = formatOf(lines);
  const messages: { time: string; sender: string; lines: string[] }[] = [];
  let linesBefore = 0;
  for (const line of lines) {
    const found = format?.begins.exec(line)?.groups;
    if (found !== undefined) {
      const { time = "", sender = "", content } = found;
      messages.push({ time, sender: sender.trim(), lines: content === undefined ? [] : [content] });
      continue;
    }
    const last = messages.at(-1);
    if (last !== undefined) last.lines.push(line);
    else if (line.trim() !== "") linesBefore += 1;
  }
  const contentOf = (each: readonly string[]): string => each.join("\n").trim();
  return {
    messages: messages.map(({ lines, ...rest }) => ({ ...rest, content: contentOf(lines) })),
    linesBefore,
  };
}
