import type { Directive } from "./directive.ts";
import type { Finding, SuppressedFinding } from "./finding.ts";
import type { Message } from "./message.ts";
import type { Notice } from "./notice.ts";
import type { Encoding } from "./source-file.ts";

export const BANDS = ["stranger", "acquaintance", "nosy", "stalker"] as const;
export type Band = (typeof BANDS)[number];

/** 0 could be sent to anyone; 100 reads as if a stalker wrote it. */
export interface Score {
  readonly value: number;
  readonly band: Band;
}

export interface MessageResult {
  readonly message: Message;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly score: Score;
}

export interface FileResult {
  readonly path: string;
  /** The text that was linted; empty where the file could not be read. */
  readonly text: string;
  readonly encoding: Encoding;
  /** The file begins with a byte order mark, which the text leaves out. */
  readonly bom: boolean;
  readonly messages: readonly MessageResult[];
  /** Suppressions in comments around the messages; those inside are in their parts. */
  readonly directives: readonly Directive[];
  readonly notices: readonly Notice[];
  /** The worst message's score. */
  readonly score: Score;
}

export interface Counts {
  readonly files: number;
  readonly messages: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files that could not be linted. */
  readonly failed: number;
  /** Records of archives that could not be read or linted. */
  readonly unread: number;
  /** Warnings about suppressions and baselines. */
  readonly noticed: number;
  /** The score of the creepiest message. */
  readonly score: number;
}

/** A baseline that is to be written. */
export interface BaselineUpdate {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly text: string;
  /** Findings that it lists. */
  readonly total: number;
  readonly added: number;
  readonly removed: number;
}

export interface RunResult {
  readonly files: readonly FileResult[];
  readonly counts: Counts;
  /** Where they were asked for. */
  readonly baselines?: readonly BaselineUpdate[];
}
