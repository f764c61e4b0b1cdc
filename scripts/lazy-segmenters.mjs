/**
 * An esbuild plugin for the packages that make a segmenter as they load: it takes tens of
 * milliseconds, and copy without emoji and wide characters never needs it.
 */
import { readFile } from "node:fs/promises";

const EAGER = "const segmenter = new Intl.Segmenter();";
const LAZY = `
  let made;
  const segmenter = { segment: (text) => (made ??= new Intl.Segmenter()).segment(text) };
`;

export function lazySegmenters() {
  return {
    name: "lazy-segmenters",
    setup(build) {
      build.onLoad({ filter: /(?:string-width|wrap-ansi).index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes(EAGER)) throw new Error(`${path} makes its segmenter in another way.`);
        return { contents: text.replace(EAGER, LAZY), loader: "js" };
      });
    },
  };
}
