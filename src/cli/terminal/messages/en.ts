/** Words of the terminal in English; `one|many` where a number stands before. Sorted by key. */
export const enMessages = {
  answerNo: "no",
  answerQuit: "stop",
  answerSkip: "skip",
  answerUndo: "undo",
  answerUnknown: "answer with one of the keys",
  answerWhy: "why",
  answerYes: "yes",
  bug: "goldpan hit a bug and stopped (INTERNAL)",
  bugHint: "Send us the file `{file}`; it holds no data of yours",
  cause: "Cause",
  changedValues: "value changed|values changed",
  changesPending: "Changes are pending; apply them with `goldpan load`",
  commandPlace: "<command> [options]",
  commonOptions: "Options of every command",
  conflictsWritten: "Wrote what stays to `{file}`",
  diffAmbiguous:
    "key stands in several rows and was not compared; tell its rows apart with more columns in `--key`|keys stand in several rows and were not compared; tell their rows apart with more columns in `--key`",
  diffQuarantined:
    "row was set aside unread; see it with `goldpan convert`|rows were set aside unread; see them with `goldpan convert`",
  editsKept:
    "Later edits were kept; accept that with `--on-conflict keep`, or overwrite them with `--on-conflict force`",
  examples: "Examples",
  failed: "failed",
  helpOption: "Show help; `goldpan <command> --help` shows examples",
  mappingExamples: "example|examples",
  moreRows: "... {count} more",
  nextApply:
    "Write it to the CRM with `goldpan run --apply`, or look at the plan first with `goldpan load --dry-run`",
  nextApplyPlan: "Apply exactly this plan with `goldpan load --plan {file}`",
  nextDedupe: "Go on with `goldpan dedupe`",
  nextExports: "Put the exports into a folder, then `goldpan init --from` that folder",
  nextFindings: "See what is behind it with `goldpan score --by department` and `goldpan findings`",
  nextMapping:
    "Write a mapping for what was left out: begin with `goldpan mapping suggest FILE -o mappings/new.yaml`",
  nextNormalize: "Go on with `goldpan normalize`",
  nextRejects:
    "See what was left out with `goldpan findings --code I` and `goldpan findings --code N`",
  nextReviewMapping: "Read the mapping, correct it and remove the line `suggested: true`",
  nextRun:
    "Read the mappings and remove `suggested: true`, then go on with `goldpan run`; to only look, `goldpan run --accept-suggested`",
  nextScore: "Go on with `goldpan score`, or rehearse with `goldpan load --dry-run`",
  nextVerify: "Prove it with `goldpan verify`, take it back with `goldpan rollback {run}`",
  notData: "not data",
  notLocked: "Nothing is locked",
  optionPlace: "[options]",
  options: "Options",
  pairs: "pair|pairs",
  promise:
    "Clean customer data and move it into a CRM, with nothing lost and nothing written twice",
  quarantined: "quarantined",
  readRows: "row read|rows read",
  required: "required",
  reviewKeys: "The same?  [y] yes   [n] no   [s] skip   [u] undo   [w] why   [q] stop and save",
  reviewReadBack: "Fill in the column Decision, then `goldpan review --decisions {file}`",
  reviewWritten: "Wrote {pairs} to {file}",
  row: "row",
  sheetsNotRead: "Sheets not read: {sheets}; name one with `--sheet`",
  skipped: "Skipped {path}",
  someNotRead:
    "Some files could not be read; the reasons are listed above. The others were inspected",
  stillLocked: "Locked by {holder}, which still lives; `--force` takes the lock away all the same",
  tableRows: "data",
  tooManyRejects:
    "{count} rows were rejected, more than `--max-rejects` allows; read why with `goldpan load --dry-run`",
  unlocked: "Took away the lock of {holder}",
  usage: "Usage",
  verifyDiffers:
    "The CRM is not what the load wrote; take it back with `goldpan rollback {run}`, or load anew with `goldpan load`",
  versionOption: "Print the version",
  warnings: "warning|warnings",
} as const;
