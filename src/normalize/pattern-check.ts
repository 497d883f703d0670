import type { Normalizer } from "../model/normalizer.ts";

/**
 * The same normalizer, and a finding (N313) for each value that does not match the pattern of a
 * custom field. `withPattern(code, "\\d{14}")` accepts "06901234567892", and finds fault with "A1"
 */
export function withPattern<Context>(
  normalizer: Normalizer<Context>,
  pattern: string,
): Normalizer<Context> {
  const expected = new RegExp(`^(?:${pattern})$`, "u");
  return {
    ...normalizer,
    normalize(raw, context, options) {
      const normalized = normalizer.normalize(raw, context, options);
      const mismatches = normalized.items
        .filter(({ display }) => !expected.test(display))
        .map(
          ({ display }) =>
            ({ code: "N313", severity: "warning", value: display, detail: pattern }) as const,
        );
      return { ...normalized, findings: [...normalized.findings, ...mismatches] };
    },
  };
}
