/**
 * Operations a transaction, of a load and of its rollback. Rows of crosswalk and indexes land on pages
 * that others share: the more rows a transaction has, the seldomer a page is written.
 */
export const transactionSize = 10_000;

/** Operations that are in memory at once. */
export const pieceSize = 2000;
