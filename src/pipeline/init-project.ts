import { existsSync } from "node:fs";
import { join, matchesGlob } from "node:path";
import { loadSettings } from "../config/load-settings.ts";
import { modelOf } from "../config/model-of.ts";
import type { Settings } from "../config/settings.ts";
import type { Language } from "../errors.ts";
import { draftText } from "../mapping/mapping-draft.ts";
import { canonicalModel } from "../model/canonical-model.ts";
import type { Model } from "../model/entity.ts";
import type { InitResult } from "../report/init-summary.ts";
import { loadProjectMappings } from "./project-mappings.ts";
import { ciWorkflow, type CiSystem } from "./starting/ci-workflow.ts";
import { candidateFiles, findTables, searchFolder } from "./starting/find-tables.ts";
import { groupTables, type NamedDraft } from "./starting/group-tables.ts";
import { ignoreFile, projectFile } from "./starting/project-file.ts";
import { writeNewFiles } from "./starting/write-new-files.ts";

export interface InitQuestion {
  /** The folder that becomes a project. */
  readonly dir: string;
  readonly language: Language;
  /** Folder with exports; one that is usually called so, else the project folder. */
  readonly from?: string | undefined;
  readonly ci?: CiSystem | undefined;
}

/**
 * The files of a project: goldpan.yaml, a suggested mapping for every table found, .gitignore and
 * the workflow of a monthly audit. What is there stays as it is; in a project that exists only files
 * that no mapping names get one. Throws when the folder is not there or the project is broken.
 */
export async function initProject(question: InitQuestion): Promise<InitResult> {
  const { dir, language, from, ci } = question;
  const folder = searchFolder(dir, from);
  const project = existingProject(dir);
  const isNew = (file: string): boolean => !project.files.some((glob) => matchesGlob(file, glob));
  const candidates = candidateFiles({ dir, folder }).filter(isNew);
  const { tables, unread } = await findTables(candidates, dir, project.model);
  const drafts = groupTables(tables);
  const files = drafts.flatMap(({ draft }) => draft.files);
  const facts = { language, folder, files: [...new Set(files)].toSorted(), unread };
  const outcome = writeNewFiles(dir, [
    { path: "goldpan.yaml", text: projectFile(facts) },
    { path: ".gitignore", text: ignoreFile(facts) },
    ...drafts.map(({ path, draft }) => ({ path, text: draftText(draft) })),
    ...(ci === undefined ? [] : [ciWorkflow(ci, language)]),
  ]);
  return { ...outcome, mappings: drafts.map(describeDraft), unread };
}

interface ExistingProject {
  readonly model: Model;
  /** Globs that mappings name already. */
  readonly files: readonly string[];
}

function existingProject(dir: string): ExistingProject {
  const file = join(dir, "goldpan.yaml");
  if (!existsSync(file)) return { model: canonicalModel, files: [] };
  const { settings } = loadSettings({ folder: dir, file, flags: {}, environment: process.env });
  const model = modelOf(settings);
  return { model, files: mappedFiles(settings, model, dir) };
}

function mappedFiles(settings: Settings, model: Model, projectDir: string): string[] {
  const mappings = loadProjectMappings({ settings, model, projectDir });
  return mappings.flatMap(({ mapping }) => mapping.source.files);
}

function describeDraft({ path, draft }: NamedDraft): InitResult["mappings"][number] {
  const { entity, files, sheets, fields, children, unmapped, leftOut = [] } = draft;
  const mapped = new Set(
    [fields, ...children.map((child) => child.fields)].flat().flatMap(({ from }) => from),
  );
  return {
    path,
    files,
    sheets: sheets ?? [],
    entities: [entity, ...children.map((child) => child.entity)],
    mapped: mapped.size,
    columns: mapped.size + unmapped.length + leftOut.length,
  };
}
