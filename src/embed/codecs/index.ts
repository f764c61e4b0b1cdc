import type { Codec } from "../codec.ts";
import { cString } from "./c-string.ts";
import { csvCell } from "./csv-cell.ts";
import { jsonString } from "./json-string.ts";
import { mailBody } from "./mail-body.ts";
import { mailHeader } from "./mail-header.ts";
import { property } from "./property.ts";
import { xmlText } from "./xml-text.ts";
import { yamlScalar } from "./yaml-scalar.ts";

/** How each kind of container writes copy, by the name that embeddings give. */
export const codecs: Readonly<Record<string, Codec>> = {
  "c-string": cString,
  "csv-cell": csvCell,
  "json-string": jsonString,
  "mail-body": mailBody,
  "mail-header": mailHeader,
  property,
  "xml-text": xmlText,
  "yaml-scalar": yamlScalar,
};
