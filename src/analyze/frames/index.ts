import { readActs } from "./act.ts";
import type { FrameReader } from "./frame.ts";
import { readLabels } from "./label.ts";
import { readPerceiving } from "./perceive.ts";

/** Every idea that is read out of a sentence. */
export const frameReaders: readonly FrameReader[] = [readActs, readPerceiving, readLabels];
