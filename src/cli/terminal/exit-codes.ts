/** Exit codes (`contracts.md` 8) by what they mean. */
export const exitCodes = {
  done: 0,
  answerIsNo: 1,
  usage: 2,
  failed: 3,
  rejectedRows: 4,
  conflict: 5,
  warnings: 6,
  locked: 7,
  changesPending: 8,
} as const;

const precedence = [3, 2, 7, 5, 1, 4, 6, 8];

/** The code that speaks for several: `worstExit([4, 1])` -> 1, `worstExit([])` -> 0 */
export function worstExit(codes: readonly number[]): number {
  return precedence.find((code) => codes.includes(code)) ?? exitCodes.done;
}
