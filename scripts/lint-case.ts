import { lintSource } from "../src/lint.ts";
import type { Settings } from "../src/model/config.ts";
import type { Channel, Kind } from "../src/model/message.ts";
import type { MessageResult } from "../src/model/result.ts";
import type { Ruleset } from "../src/model/rule.ts";
import type { Case } from "./corpus.ts";

/** Lints a text as an archive record in the circumstances of a case, with no config. */
export async function lintCase(
  ruleset: Ruleset,
  { id, channel, kind }: Case,
  text: string,
): Promise<MessageResult> {
  const settings: Settings = {
    preset: "recommended",
    channel: channel as Channel,
    kind: kind as Kind,
    rules: {},
    fields: {},
    brand: [],
    claims: [],
    archive: { id: "id", channel: "channel", kind: "kind", text: ["text"] },
  };
  const record = JSON.stringify({ id, channel, kind, text });
  const source = { path: "case.jsonl", text: record, encoding: "utf-8", bom: false } as const;
  const { messages } = await lintSource(
    source,
    { ruleset, settings, today: "2026-01-01" },
    { format: "record", line: 1 },
  );
  const [message] = messages;
  if (message === undefined) throw new Error(`The case ${id} gives no message.`);
  return message;
}
