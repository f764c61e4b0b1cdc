import type { Config } from "../model/config.ts";

/** What holds where no config says otherwise. */
export const DEFAULTS: Omit<Config, "root" | "origins"> = {
  preset: "recommended",
  files: [],
  ignore: [],
  channel: "email",
  kind: "marketing",
  rules: {},
  overrides: [],
  fields: {},
  brand: [],
  claims: [],
  rulePaths: [],
  archive: {
    id: "id",
    channel: "channel",
    kind: "kind",
    text: [
      "subject",
      "preheader",
      "headline",
      "title",
      "text",
      "html",
      "body",
      "description",
      "button",
    ],
  },
};
