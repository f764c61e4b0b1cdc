/**
 * An esbuild plugin that makes compromise load faster: what it works out from its word lists each
 * time it starts is worked out once, at build time. Its tags stay the same; a test compares them.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SOURCE = resolve(dirname(fileURLToPath(import.meta.resolve("compromise/two"))));
const DATA = "tagger.json";
const MODEL = resolve(SOURCE, "2-two/preTagger/model/index.js");

/** Files of compromise with what is replaced in them. Each must be there, or the build fails. */
const PATCHES = {
  // The model is its own: it need not be copied entry by entry.
  "API/extend.js": [
    [
      "if (!model[key]) Object.assign(model, { [key]: {} })",
      "if (!model[key] || Object.keys(model[key]).length === 0) { model[key] = plugin[key]; continue }",
    ],
    ["Object.assign(model, { [key]: plugin[key] })", "model[key] = plugin[key]"],
  ],
  // Looking into the environment costs more than setting a tag.
  "1-one/tag/methods/setTag.js": [[/const env = .*\n/u, "const env = {}\n"]],
  "1-one/sweep/methods/tagger/index.js": [[/const env = .*\n/u, "const env = {}\n"]],
};

/** @param outdir the folder of the chunk that holds compromise, where its words are written */
export function trimTagger(outdir) {
  return {
    name: "trim-tagger",
    setup(build) {
      build.onLoad({ filter: /compromise/ }, async ({ path }) => {
        if (path === MODEL) return { contents: await expandedModel(outdir), loader: "js" };
        const name = path.slice(SOURCE.length + 1).replaceAll("\\", "/");
        const patches = PATCHES[name];
        if (patches === undefined) return undefined;
        return { contents: patched(await readFile(path, "utf8"), patches, name), loader: "js" };
      });
    },
  };
}

function patched(text, patches, name) {
  return patches.reduce((before, [from, to]) => {
    const after = before.replace(from, to);
    if (after === before) throw new Error(`compromise's ${name} is not as it was.`);
    return after;
  }, text);
}

/** The model with its words expanded, as a module that only has to parse them. */
async function expandedModel(outdir) {
  const { default: model } = await import(pathToFileURL(MODEL).href);
  const regexes = [];
  const text = JSON.stringify(model, (_, value) => {
    if (!(value instanceof RegExp)) return value;
    regexes.push(value);
    return { regex: regexes.length - 1 };
  });
  await mkdir(outdir, { recursive: true });
  await writeFile(resolve(outdir, DATA), text);
  return `
    import { readFileSync } from "node:fs";
    const regexes = [${regexes.join(",")}];
    // Some lists hold expressions; the lexicon, most of the text, holds none.
    const revive = (value) => {
      for (const key in value) {
        const inner = value[key];
        if (typeof inner !== "object" || inner === null) continue;
        if (typeof inner.regex === "number") value[key] = regexes[inner.regex];
        else revive(inner);
      }
    };
    const model = JSON.parse(readFileSync(new URL("./${DATA}", import.meta.url), "utf8"));
    for (const name of ["endsWith", "regexNormal", "regexText", "regexNumbers"]) revive(model.two[name]);
    export default model;
  `;
}
