import type { Command, OptionSpec, Texts } from "./command.ts";

const formatOption = (choices: readonly string[]): OptionSpec => ({
  flags: "--format <name>",
  text: { en: "Form of the result (default: text)", zh: "结果的格式 (默认 text)" },
  choices,
});

const earlierOptions: readonly OptionSpec[] = [
  {
    flags: "--lang <lang>",
    text: { en: "Language of texts (default: from LANG)", zh: "语言 (默认取自 LANG)" },
    choices: ["en", "zh"],
  },
  { flags: "-q, --quiet", text: { en: "Print only results and errors", zh: "只输出结果和错误" } },
  { flags: "--verbose", text: { en: "Tell causes and every step", zh: "说明原因和每一步" } },
  {
    flags: "--color <when>",
    text: { en: "When to use colours (NO_COLOR is respected)", zh: "何时用颜色 (遵守 NO_COLOR)" },
    choices: ["auto", "always", "never"],
  },
];

const laterOptions: readonly OptionSpec[] = [
  {
    flags: "--workspace <file>",
    text: {
      en: "Workspace file (default: .goldpan/workspace.db)",
      zh: "工作区文件 (默认 .goldpan/workspace.db)",
    },
  },
  {
    flags: "--config <file>",
    text: {
      en: "Project file (default: goldpan.yaml here or above)",
      zh: "项目文件 (默认本文件夹或上级的 goldpan.yaml)",
    },
  },
  {
    flags: "--as-of <date>",
    text: { en: "The day that counts as today", zh: "按哪一天计算" },
    expects: { en: "a date like 2026-11-24", zh: "日期, 例如 2026-11-24" },
  },
  { flags: "-y, --yes", text: { en: "Answer every question with yes", zh: "所有提问都回答是" } },
  {
    flags: "--show-values",
    text: { en: "Show personal data instead of masking it", zh: "显示个人信息, 不做脱敏" },
  },
];

const progressText = { en: "How progress is told, on stderr", zh: "如何在 stderr 上显示进度" };

function progressOption(bare: Texts | undefined): OptionSpec {
  const choices = ["auto", "none", "jsonl"];
  if (bare === undefined) return { flags: "--progress <how>", text: progressText, choices };
  const text = {
    en: `${bare.en}; with a value: ${progressText.en.toLowerCase()}`,
    zh: `${bare.zh}; 带值时: ${progressText.zh}`,
  };
  return { flags: "--progress [how]", text, choices };
}

/**
 * Options that every command understands; `--format` has the values of the command, and what
 * `--progress` means without a value is the command's too.
 */
export function commonOptions({
  formats,
  bareProgress,
}: Pick<Command, "formats" | "bareProgress">): readonly OptionSpec[] {
  return [
    formatOption(formats ?? ["text", "json"]),
    ...earlierOptions,
    progressOption(bareProgress),
    ...laterOptions,
  ];
}
