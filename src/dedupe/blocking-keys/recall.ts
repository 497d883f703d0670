/** How far the search for pairs goes. */
export type Recall = "normal" | "high";
