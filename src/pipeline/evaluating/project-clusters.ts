import { iterateClusters } from "../../workspace/clusters.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import type { RunContext } from "../run-context.ts";

/** Record -> cluster of the last `dedupe` of the project: contacts, and customers before them. */
export function projectClusters({
  workspacePath,
  startedAt,
}: RunContext): ReadonlyMap<string, string> {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const entries = (["contact", "customer"] as const).flatMap((entity) =>
      [...iterateClusters(workspace, entity)].flatMap(({ members }) =>
        members.map((member) => [member, `${entity} ${members[0] ?? ""}`] as const),
      ),
    );
    return new Map(entries);
  } finally {
    workspace.close();
  }
}
