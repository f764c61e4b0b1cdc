import { expect, test } from "vitest";
import { isForeignPath } from "./locale-path.ts";

test.each([
  ["i18n/de.json", true],
  ["i18n/en.json", false],
  ["i18n/en-GB.json", false],
  ["locales/pt-BR.yml", true],
  ["locales/zh-Hant-TW/mail.json", true],
  ["messages_fr_CA.properties", true],
  ["messages_en_IN.properties", false],
  ["messages.properties", false],
  ["res/values-es/strings.xml", true],
  ["res/values-en-rGB/strings.xml", false],
  ["res/values/strings.xml", false],
  ["de.lproj/Localizable.strings", true],
  ["en.lproj/Localizable.strings", false],
  ["Base.lproj/Localizable.strings", false],
  ["lib/l10n/app_ja.arb", true],
  ["languages/it_IT.po", true],
  ["languages/shop.pot", false],
])("%s: %s", (path, isForeign) => {
  expect(isForeignPath(path)).toBe(isForeign);
});
