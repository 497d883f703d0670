import { decodeLegacy, encodeLegacy } from "./legacy-bytes.ts";
import { levelOfLetter } from "./letter-kinds.ts";

const brokenRun = /\?([^\u0000-\u00ff][^?]{2,})/g;
/** Any lead byte will do: the letter that it begins is lost. */
const someLead = 0xb0;

/**
 * GBK text in which a "?" stands for half a letter, so that every later byte moved by one.
 * `"或?⒕邆洹爸悄苌虣C("` -> `"或?具備“智能商機"`: the letter at the "?" cannot be told.
 * undefined where nothing of the kind is seen.
 */
export function unshiftHalfLetters(text: string): string | undefined {
  if (!text.includes("?")) return undefined;
  const repaired = text.replace(brokenRun, (whole, run: string) => {
    const unshifted = unshift(run);
    return unshifted === undefined ? whole : `?${unshifted}`;
  });
  return repaired === text ? undefined : repaired;
}

function unshift(run: string): string | undefined {
  const bytes = encodeLegacy(run, "gbk");
  if (bytes === undefined) return undefined;
  const decoded = decodeLegacy(Uint8Array.of(someLead, ...bytes), "gbk");
  const rest = decoded?.slice(1);
  return rest !== undefined && ordinaryShare(rest) > ordinaryShare(run) + 0.3 ? rest : undefined;
}

/** Share of the Han letters and signs that people write; 0 for fewer than two Han letters. */
function ordinaryShare(text: string): number {
  const levels = [...text].map((letter) => levelOfLetter(letter.charCodeAt(0)));
  const han = [...text].filter((letter) => /\p{Script=Han}/u.test(letter)).length;
  const common = levels.filter((level) => level === 1).length;
  return han < 2 ? 0 : common / han;
}
