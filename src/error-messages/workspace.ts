/** Errors `WORKSPACE_...`. Sorted by code. */
export const workspaceMessages = {} as const;
