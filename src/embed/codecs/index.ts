import type { Codec } from "../codec.ts";
import { jsonString } from "./json-string.ts";
import { yamlScalar } from "./yaml-scalar.ts";

/** How each kind of container writes copy, by the name that embeddings give. */
export const codecs: Readonly<Record<string, Codec>> = {
  "json-string": jsonString,
  "yaml-scalar": yamlScalar,
};
