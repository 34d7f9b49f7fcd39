import * as z from "zod";
import { blocksSchema } from "./blocks.ts";
import { LONGEST_ID, LONGEST_NOTE, LONGEST_TEXT, MOST_ENTRIES } from "./limits.ts";
import { reportYearSchema } from "./report-year.ts";

/**
 * What can go stale from one year to the next: a year, a day or period, a figure (and 未发生…), a congress or plenum,
 * a plan that runs for some years, a person with a post, 发文字号.
 */
const reviewKinds = ["year", "date", "figure", "meeting", "plan", "name", "docNumber"] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** 待核, 沿用, 已更新. */
export type ReviewState = "pending" | "kept" | "updated";

/** 公文要素 that can go stale and stand outside the text. */
const reviewElements = [
  "mainRecipients",
  "attachmentNames",
  "signatories",
  "date",
  "note",
  "documentNumber",
  "signedOffBy",
  "printingDate",
  "orderNumber",
  "signerPosts",
  "attendees",
  "absentees",
  "observers",
] as const;
export type ReviewElement = (typeof reviewElements)[number];

export const reviewFactSchema = z.strictObject({
  /** Marks in the text carry it (`reviewId`). */
  id: z.string().min(1).max(LONGEST_ID),
  kind: z.literal(reviewKinds),
  /** 公文要素 that holds it; null: it is marked in the text. */
  element: z.literal(reviewElements).nullable(),
  /** What last year's report says. */
  text: z.string().max(LONGEST_TEXT),
  /** What follows from the new year for certain and was written at once; null: only a person can know. */
  proposed: z.string().max(LONGEST_TEXT).nullable(),
});
/** One thing to check. Whether it is settled shows in the text and in the decisions: `review-entries.ts`. */
export type ReviewFact = Readonly<z.infer<typeof reviewFactSchema>>;

/**
 * Somebody's word on an item: it stays as it is (沿用), it was brought up to date (已更新), or it is open again (待核).
 * Decisions are part of the body, by the ids of their items, so that the editor's undo takes them back like any other
 * change.
 */
export const reviewDecisionSchema = z.strictObject({
  state: z.literal(["pending", "kept", "updated"]),
  /** Who decided; "" when no name is known. */
  by: z.string().max(LONGEST_NOTE),
  at: z.iso.datetime(),
  /** The words were written over. Such a decision does not speak for a copy that still stands as it stood last year. */
  edited: z.literal(true).optional(),
});
export type ReviewDecision = Readonly<z.infer<typeof reviewDecisionSchema>>;
export type ReviewDecisions = Readonly<Record<string, ReviewDecision>>;

/** What a report rolled forward from last year's has to be checked for. */
export const reviewSchema = z.strictObject({
  fromYear: reportYearSchema,
  items: z.array(reviewFactSchema).max(MOST_ENTRIES).readonly(),
});
export type Review = Readonly<z.infer<typeof reviewSchema>>;

/** 去年文本: the report that a report was rolled forward from. */
export const previousReportSchema = z.strictObject({
  year: reportYearSchema,
  title: z.string().max(LONGEST_TEXT),
  blocks: blocksSchema,
});
export type PreviousReport = Readonly<z.infer<typeof previousReportSchema>>;
