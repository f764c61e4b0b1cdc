import type { ChalkInstance } from "chalk";
import type { RunResult } from "../model/result.ts";
import type { Ruleset, Severity } from "../model/rule.ts";

export interface ReportContext {
  readonly paint: ChalkInstance;
  /** Columns of the terminal. */
  readonly width: number;
  /** Absolute folder that file paths are relative to. */
  readonly cwd: string;
  /** Absolute folder that paths in reports for other programs count from: the repository. */
  readonly root: string;
  /** For the reasons behind rules. */
  readonly ruleset: Ruleset;
  /** Errors only. */
  readonly quiet: boolean;
  /** Also shows infos, clean files, silenced findings and every suggestion. */
  readonly verbose: boolean;
  /** The least severity that makes the run fail. */
  readonly failOn: Severity;
  /** Also gives the text after the first suggestion of every finding. */
  readonly output: boolean;
}

/** Turns a result into what is printed; the empty string prints nothing. */
export type Reporter = (result: RunResult, context: ReportContext) => string;
