/** ( [ 【 〔 */
function isOpening(code: number): boolean {
  return code === 0x28 || code === 0x5b || code === 0x3010 || code === 0x3014;
}

/** ) ] 】 〕 */
function isClosing(code: number): boolean {
  return code === 0x29 || code === 0x5d || code === 0x3011 || code === 0x3015;
}

/** A bracket in a text; one that is not closed goes up to the end. */
export interface FoundBracket {
  readonly inside: string;
  readonly whole: string;
  readonly start: number;
  /** Nothing stands behind it. */
  readonly isLast: boolean;
}

/**
 * A text with each of its brackets, of whatever kind, replaced by what `replace` makes of it. Where a
 * bracket stands in another one, the inner one is meant, or with `isOuter` the outer one up to the
 * first end. `"华宸(深圳)精密"` -> `{ inside: "深圳", whole: "(深圳)", start: 2, isLast: false }`
 */
export function replaceBrackets(
  text: string,
  isOuter: boolean,
  replace: (bracket: FoundBracket) => string,
): string {
  let result = "";
  let done = 0;
  for (let start = 0; start < text.length; start += 1) {
    if (!isOpening(text.charCodeAt(start))) continue;
    const end = endOfContent(text, start + 1, isOuter);
    if (!isOuter && end < text.length && isOpening(text.charCodeAt(end))) continue;
    const inside = text.slice(start + 1, end);
    const whole = text.slice(start, end + 1);
    const isLast = end + 1 >= text.length;
    result += text.slice(done, start) + replace({ inside, whole, start, isLast });
    done = end + 1;
    start = end;
  }
  return done === 0 ? text : result + text.slice(done);
}

function endOfContent(text: string, start: number, isOuter: boolean): number {
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isClosing(code) || (!isOuter && isOpening(code))) return at;
  }
  return text.length;
}
