import { longFlag } from "../option-name.ts";
import { familiesOf, wordsAfter, type CompletedCommand } from "./completed-command.ts";

/** Completion for PowerShell: a table of words by what stands before them. */
export function powershellScript(commands: readonly CompletedCommand[]): string {
  const entries = [
    ["", wordsAfter("", commands)] as const,
    ...familiesOf(commands).map((family) => [family, wordsAfter(family, commands)] as const),
    ...commands.map(({ name, options }) => [name, [...options.map(longFlag), "--help"]] as const),
  ];
  const table = entries.map(
    ([before, words]) => `    '${before}' = @(${words.map((word) => `'${word}'`).join(", ")})`,
  );
  return `# PowerShell completion for goldpan
Register-ArgumentCompleter -Native -CommandName goldpan -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $table = @{
${table.join("\n")}
  }
  $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  $before = @($typed | Where-Object { $_ -notlike '-*' -and $_ -ne $wordToComplete } | Select-Object -First 2)
  $key = $before -join ' '
  if (-not $table.ContainsKey($key)) { $key = "$($before | Select-Object -First 1)" }
  $table[$key] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
