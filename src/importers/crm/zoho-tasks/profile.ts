import type { SourceProfile } from "../../source-profile.ts";

/** Zoho tasks: see `README.md` beside this file. */
export const zohoTasks: SourceProfile = {
  system: "zoho-tasks",
  title: ["Zoho 任务", "Zoho tasks"],
  evidence: "documentation",
  entity: "task",
  headings: [
    [
      "Record Id",
      "Task Owner.id",
      "Task Owner",
      "Subject",
      "Due Date",
      "Status",
      "Closed Time",
      "Related To.id",
      "Related To",
    ],
    ["Due Date", "Status", "Closed Time"],
  ],
  telling: ["Closed Time"],
  rowKey: ["Record Id"],
  fields: {
    customer: "Related To",
    subject: "Subject",
    due_on: "Due Date",
    status: "Status",
    owner: "Task Owner",
  },
};
