import { levelOf, type Comparison } from "./comparison.ts";
import { sharedValue } from "./shared-value.ts";

/** Compares the domains of mailboxes and websites; a shared mailbox has said it already. */
export function domains(emailIndex: number): Comparison {
  const plain = sharedValue("domains", "emails");
  return {
    ...plain,
    bind(table) {
      const compare = plain.bind(table);
      return (left, right, codes) =>
        levelOf(codes[emailIndex] ?? 0) === 1 ? 0 : compare(left, right, codes);
    },
  };
}
