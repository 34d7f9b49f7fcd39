import { type ProposalText } from "../../core/figures/propose-figures.ts";
import { type ShownProposal } from "../../core/figures/shown-proposals.ts";

export type Question = { readonly turn: number; readonly text: ProposalText };
export type Answer = { readonly turn: number; readonly proposals: readonly ShownProposal[] };
