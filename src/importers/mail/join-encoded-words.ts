interface EncodedWord {
  readonly charset: string;
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

const encodedWord = /=\?([^?\s]{1,40})\?([bq])\?([^?\s]*)\?=/gi;

/**
 * Joins neighbours among the encoded words of a header (RFC 2047) that are of one charset: mailers cut
 * a long text after so many bytes, be that in the middle of a letter.
 * `=?gb2312?B?xOM=?= =?gb2312?B?usM=?=` -> `=?gb2312?B?xOO6ww==?=`
 */
export function joinEncodedWords(header: string): string {
  const runs = runsOf(header);
  let joined = "";
  let from = 0;
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined || run.length < 2) continue;
    const bytes = Buffer.concat(run.map((word) => word.bytes));
    const word = `=?${first.charset}?B?${bytes.toString("base64")}?=`;
    joined += header.slice(from, first.start) + word;
    from = last.end;
  }
  return joined + header.slice(from);
}

/** Words of one charset with nothing but blanks and line folds between them. */
function runsOf(header: string): EncodedWord[][] {
  const runs: EncodedWord[][] = [];
  let before: EncodedWord | undefined;
  for (const match of header.matchAll(encodedWord)) {
    const word = wordOf(match);
    const isNext =
      before?.charset.toLowerCase() === word.charset.toLowerCase() &&
      /^(?:[ \t]|\r?\n(?=[ \t]))*$/.test(header.slice(before.end, word.start));
    if (isNext) runs.at(-1)?.push(word);
    else runs.push([word]);
    before = word;
  }
  return runs;
}

function wordOf(match: RegExpExecArray): EncodedWord {
  const [whole, charset = "", encoding = "", text = ""] = match;
  const bytes = encoding.toLowerCase() === "b" ? Buffer.from(text, "base64") : quotedBytes(text);
  return { charset, bytes, start: match.index, end: match.index + whole.length };
}

/** `=C4=E3_ok` -> the two bytes, a blank and `ok` */
function quotedBytes(text: string): Buffer {
  const letters = text
    .replaceAll("_", " ")
    .replaceAll(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(letters, "latin1");
}
