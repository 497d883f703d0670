import type {
  ColumnVote,
  Normalized,
  Normalizer,
  NormalizerName,
  NormalizeOptions,
} from "../../model/normalizer.ts";
import { countLabel, observeBy } from "../../normalize/column-vote.ts";
import { normalizers } from "../../normalize/normalizers.ts";

/**
 * Several normalizers one after the other, as `transform:` of a mapping asks: each reads what the
 * one before displays. Items are those of the last one, findings and changes those of all.
 */
export function chainNormalizers(
  names: readonly [NormalizerName, ...NormalizerName[]],
): Normalizer<readonly unknown[]> {
  const chain = names.map((name) => normalizers[name]);
  const vote = voteOf(chain);
  return {
    name: names[0],
    ...(chain.some((each) => each.vote !== undefined) && { vote }),
    observe: observeBy(vote),
    normalize: (raw, contexts, options) => runChain(raw, chain, contexts, options),
  };
}

const betweenLabels = "\u0000";

/** A vote of all parts at once: the label of a value is what each of them says of it. */
function voteOf(chain: readonly Normalizer[]): ColumnVote<readonly unknown[]> {
  return {
    labelOf(value) {
      const labels = chain.map(({ vote }) => vote?.labelOf(value) ?? "");
      return labels.every((label) => label === "") ? "" : labels.join(betweenLabels);
    },
    decide: (counts) =>
      chain.map((each, at) => each.vote?.decide(countsOf(at, counts)) ?? each.observe([])),
  };
}

/** The numbers of the labels that one part gave. */
function countsOf(at: number, counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  for (const [label, count] of counts) countLabel(label.split(betweenLabels)[at] ?? "", own, count);
  return own;
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
