/** Why the ledger cannot do something, in a sentence that names the figure. */
export type FigureProblem = { readonly problem: string };

export const isProblem = (given: object): given is FigureProblem => "problem" in given;

export const problemOf = (name: string, reason: string): FigureProblem => ({ problem: `“${name}”${reason}` });
