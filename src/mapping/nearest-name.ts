import { compareTwoStrings } from "string-similarity";

const closeEnough = 0.4;
const namesShown = 4;

/**
 * The known name that a mistyped one most likely means, in backticks for a did-you-mean; when
 * none is close, the nearest few.
 * `nearestName("compny_name", ["company_name", "phone"])` -> "`company_name`"
 */
export function nearestName(name: string, known: readonly string[]): string {
  const ranked = known
    .map((each) => ({ each, similarity: similarityOf(name, each) }))
    .toSorted((a, b) => b.similarity - a.similarity || (a.each < b.each ? -1 : 1));
  const shown = (ranked[0]?.similarity ?? 0) >= closeEnough ? 1 : namesShown;
  return ranked
    .slice(0, shown)
    .map(({ each }) => `\`${each}\``)
    .join(", ");
}

function similarityOf(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  const padded = compareTwoStrings(`^${a}$`, `^${b}$`);
  return a.includes(b) || b.includes(a) ? Math.max(padded, closeEnough) : padded;
}
