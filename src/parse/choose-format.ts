import type { Format } from "./block.ts";
import type { Container } from "./containers/container.ts";
import { containers } from "./containers/index.ts";
import { type FormatName, formats } from "./formats/index.ts";

const EXTENSION = /\.[^./\\]+$/u;
const MARKUP =
  /<(?:!doctype|html|body|head|table|tbody|tr|td|div|section|p|span|a|br|img|h[1-6]|ul|ol|li|b|i|strong|em|center|font|style|script|blockquote|form|label|input|button|mjml|mj-[a-z]+)(?=[\s/>])/iu;

/** Extensions of templates that may hold any text. */
const TEMPLATES = [
  ".liquid",
  ".hbs",
  ".handlebars",
  ".mustache",
  ".njk",
  ".nunjucks",
  ".twig",
  ".jinja",
  ".jinja2",
  ".j2",
  ".erb",
  ".ejs",
  ".ftl",
  ".amp",
  ".tpl",
  ".tmpl",
];

const BY_EXTENSION: ReadonlyMap<string, FormatName> = new Map(
  Object.entries(formats).flatMap(([name, { extensions }]) =>
    extensions.map((extension) => [extension, name as FormatName] as const),
  ),
);

/** File extensions that creeplint reads when it is given a folder, with their dot. */
export const supportedExtensions: readonly string[] = [
  ...BY_EXTENSION.keys(),
  ...TEMPLATES,
  ...Object.values(containers).flatMap(({ extensions }) => extensions),
];

/** The container that was asked for, else the one of the name; undefined for plain formats. */
export async function openContainer(
  path: string,
  name: string | undefined,
): Promise<Container | undefined> {
  if (name !== undefined)
    return Object.hasOwn(containers, name) ? containers[name]?.load() : undefined;
  const file = path.toLowerCase();
  const known = Object.values(containers).find(({ extensions, named = [] }) =>
    [...extensions, ...named].some((extension) => file.endsWith(extension)),
  );
  return known?.load();
}

/** The format that was asked for, else the one of the extension, else by the looks of the text. */
export function chooseFormat(path: string, masked: string, name: string | undefined): FormatName {
  const certain = formatNameOf(path, name);
  if (certain !== undefined && (certain !== "text" || certain === name)) return certain;
  return looksLikeMarkup(masked) ? "html" : "text";
}

/** The format that was asked for, else the one of the extension. */
export function formatOf(path: string, name: string | undefined): Format | undefined {
  const certain = formatNameOf(path, name);
  return certain === undefined ? undefined : formats[certain];
}

function formatNameOf(path: string, name: string | undefined): FormatName | undefined {
  if (name !== undefined && Object.hasOwn(formats, name)) return name as FormatName;
  return BY_EXTENSION.get(EXTENSION.exec(path)?.[0].toLowerCase() ?? "");
}

/** Tags are to be masked. */
export function looksLikeMarkup(masked: string): boolean {
  return MARKUP.test(masked);
}
