import type { Finding } from "../model/finding.ts";
import { type CleanedText, cleanText } from "../text/clean-text.ts";
import type { Step } from "./outcome.ts";

/** A cell written safely: the text, the steps that led there, and what stays wrong with it. */
export interface Writing {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  /** Bytes are lost: what is left looks alike for many texts and must not be compared. */
  readonly isLost: boolean;
}

const noSteps: readonly Step[] = [];
const noFindings: readonly Finding[] = [];

/** `"Ａ１ "` -> text "A1", steps N101 "A1 ", N103 "A1": the beginning of most readings */
export function readWriting(raw: string, clean: (raw: string) => CleanedText = cleanText): Writing {
  const { text, changes, problems } = clean(raw);
  if (changes.length + problems.length === 0)
    return { text, isLost: false, steps: noSteps, findings: noFindings };
  return {
    text,
    isLost: problems.some(({ rule }) => rule === "N106"),
    steps: changes.map(({ rule, after }) => ({ rule, text: after })),
    findings: problems.map(({ rule, detail }) =>
      detail === ""
        ? { code: rule, severity: "warning", value: raw }
        : { code: rule, severity: "warning", value: raw, detail },
    ),
  };
}
