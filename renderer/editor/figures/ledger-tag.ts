/** Marks what the ledger writes into its places: no marks move by it, and nobody has written in the text. */
export const LEDGER_TAG = "nianbao-ledger";
