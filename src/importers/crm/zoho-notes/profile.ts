import type { SourceProfile } from "../../source-profile.ts";

/** Zoho notes: see `README.md` beside this file. */
export const zohoNotes: SourceProfile = {
  system: "zoho-notes",
  title: ["Zoho 备注", "Zoho notes"],
  evidence: "documentation",
  entity: "activity",
  headings: [["Associated_Id", "Note Content", "Note Title"]],
  telling: ["Note Content"],
  fields: {
    customer: "Associated_Id",
    type: { const: "note" },
    subject: "Note Title",
    content: "Note Content",
  },
};
