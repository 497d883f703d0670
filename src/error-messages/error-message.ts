type Texts = Readonly<Record<"en" | "zh", string>>;

/** An error's exit code (`contracts.md` 8), its sentence and its way out; `{name}` is a detail of the error. */
export interface ErrorMessage extends Texts {
  readonly exit: 2 | 3 | 5 | 7 | 130;
  readonly hint?: Texts;
}
