import { configMessages } from "./error-messages/config.ts";
import { dedupeMessages } from "./error-messages/dedupe.ts";
import { importMessages } from "./error-messages/import.ts";
import { loadMessages } from "./error-messages/load.ts";
import { mappingMessages } from "./error-messages/mapping.ts";
import { outputMessages } from "./error-messages/output.ts";
import { scoreMessages } from "./error-messages/score.ts";
import { storeMessages } from "./error-messages/store.ts";
import { usageMessages } from "./error-messages/usage.ts";
import { workspaceMessages } from "./error-messages/workspace.ts";

type ErrorMessages = typeof configMessages &
  typeof dedupeMessages &
  typeof importMessages &
  typeof loadMessages &
  typeof mappingMessages &
  typeof outputMessages &
  typeof scoreMessages &
  typeof storeMessages &
  typeof usageMessages &
  typeof workspaceMessages;

/** Every error that stops the work, by code; each area keeps its own table beside this file. */
export const errorMessages: ErrorMessages = {
  ...configMessages,
  ...dedupeMessages,
  ...importMessages,
  ...loadMessages,
  ...mappingMessages,
  ...outputMessages,
  ...scoreMessages,
  ...storeMessages,
  ...usageMessages,
  ...workspaceMessages,
};
