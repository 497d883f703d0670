import type { SourceProfile } from "../../source-profile.ts";

/** Google contacts: see `README.md` beside this file. */
export const googleContacts: SourceProfile = {
  system: "google-contacts",
  title: ["Google 通讯录", "Google contacts"],
  evidence: "documentation",
  entity: "contact",
  headings: [
    [
      "First Name",
      "Middle Name",
      "Last Name",
      "Nickname",
      "Labels",
      "E-mail 1 - Label",
      "E-mail 1 - Value",
      "Phone 1 - Label",
      "Phone 1 - Value",
      "Organization Name",
      "Organization Title",
      "Notes",
    ],
    [
      "Name",
      "Given Name",
      "Family Name",
      "Group Membership",
      "E-mail 1 - Type",
      "E-mail 1 - Value",
      "Phone 1 - Type",
      "Phone 1 - Value",
      "Organization 1 - Name",
      "Organization 1 - Title",
    ],
  ],
  telling: ["E-mail 1 - Value"],
  fields: {
    name: { parts: ["First Name", "Middle Name", "Last Name", "Name"], join: " " },
    emails: "E-mail 1 - Value",
    phones: "Phone 1 - Value",
    title: ["Organization Title", "Organization 1 - Title"],
    tags: ["Labels", "Group Membership"],
    note: "Notes",
  },
  beside: [
    {
      entity: "customer",
      fields: {
        legal_name: ["Organization Name", "Organization 1 - Name"],
      },
    },
  ],
};
