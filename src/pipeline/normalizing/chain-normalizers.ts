import type {
  Normalized,
  Normalizer,
  NormalizerName,
  NormalizeOptions,
} from "../../model/normalizer.ts";
import { normalizers } from "../../normalize/normalizers.ts";

/**
 * Several normalizers one after the other, as `transform:` of a mapping asks: each reads what the
 * one before displays. Items are those of the last one, findings and changes those of all.
 */
export function chainNormalizers(
  names: readonly [NormalizerName, ...NormalizerName[]],
): Normalizer<readonly unknown[]> {
  const chain = names.map((name) => normalizers[name]);
  return {
    name: names[0],
    looksAtColumn: chain.some(({ looksAtColumn }) => looksAtColumn === true),
    observe(values) {
      const column = [...values];
      return chain.map((each) => each.observe(column));
    },
    normalize: (raw, contexts, options) => runChain(raw, chain, contexts, options),
  };
}

function runChain(
  raw: string,
  chain: readonly Normalizer[],
  contexts: readonly unknown[],
  options: NormalizeOptions,
): Normalized {
  let outcome: Normalized = { display: raw, key: "", items: [], changes: [], findings: [] };
  chain.forEach((normalizer, at) => {
    const next = normalizer.normalize(outcome.display, contexts[at], options);
    outcome = {
      ...next,
      changes: [...outcome.changes, ...next.changes],
      findings: [...outcome.findings, ...next.findings],
    };
  });
  return outcome;
}
