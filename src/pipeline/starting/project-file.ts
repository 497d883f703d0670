import type { Language } from "../../errors.ts";
import type { UnreadFile } from "../../model/inventory.ts";

export interface ProjectFacts {
  readonly language: Language;
  /** Folder with the exports, "." for the project folder itself. */
  readonly folder: string;
  /** Files that a mapping names. */
  readonly files: readonly string[];
  readonly unread: readonly UnreadFile[];
}

/** `goldpan.yaml` of a new project: what is needed, and as remarks what comes next. */
export function projectFile(facts: ProjectFacts): string {
  const say = (zh: string, en: string): string => (facts.language === "zh" ? zh : en);
  return `# ${say("淘金项目文件; 生效的设置用 `goldpan config` 查看", "Project file of goldpan; see what is in effect with `goldpan config`")}
version: 1
language: ${facts.language}
timezone: Asia/Shanghai
${sourcesText(facts)}
mappings: [mappings/*.yaml]
store: # ${say("黄金记录写入这里; 已有的 CRM 另用 `mapping:` 说明表结构", "golden records go here; for a CRM that exists describe its tables with `mapping:`")}
  type: sqlite
  path: crm.db
scoring:
  groups: [department, owner]
  # gates: # ${say("达不到时 `goldpan run` 停下, 退出码为 1", "`goldpan run` stops at one that is missed, with exit code 1")}
  #   - { metric: score.overall, min: 60 }
  #   - { metric: dimension.uniqueness, min: 90 }
`;
}

/** The folder where all of it can be read, else file by file, with the reason for what is left out. */
function sourcesText({ language, folder, files, unread }: ProjectFacts): string {
  if (folder !== "." && unread.length === 0) return `sources: [${quoted(folder)}]`;
  if (files.length + unread.length === 0) return "sources: [exports]";
  const left = unread.map(({ path, en, zh }) => {
    const reason = (language === "zh" ? zh : en).replaceAll(/\s+/g, " ");
    return `  # - ${quoted(path)} # ${reason}`;
  });
  const head = files.length === 0 ? "sources: []" : "sources:";
  return [head, ...files.map((file) => `  - ${quoted(file)}`), ...left].join("\n");
}

const plainPath = /^[\p{L}\p{N}_][\p{L}\p{N}_./-]*$/u;

function quoted(path: string): string {
  return plainPath.test(path) && !/^\d+$/.test(path) ? path : JSON.stringify(path);
}

/** What must not get into a repository: the workspace, the CRM, plans, and the exports themselves. */
export function ignoreFile({
  language,
  folder,
}: Pick<ProjectFacts, "language" | "folder">): string {
  const remark =
    language === "zh" ? "# 含客户数据, 不应提交" : "# Customer data, not to be committed";
  const exports = folder === "." ? ["*.xlsx", "*.xls", "*.csv"] : [`/${folder}/`];
  const lines = [remark, ".goldpan/", "crm.db*", "*.plan", "goldpan-crash-*.log", ...exports];
  return `${lines.join("\n")}\n`;
}
