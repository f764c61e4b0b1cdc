/**
 * An esbuild plugin for the packages that make a segmenter and an expression of all emoji as they
 * load: that takes tens of milliseconds, and copy without emoji and wide characters needs neither.
 */
import { readFile } from "node:fs/promises";

/** What is made eagerly, and the same on first need. */
const LAZY = [
  [
    "const segmenter = new Intl.Segmenter();",
    `
      let madeSegmenter;
      const segmenter = {
        segment: (text) => (madeSegmenter ??= new Intl.Segmenter()).segment(text),
      };
    `,
  ],
  [
    "const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;",
    `
      let madeRegex;
      const rgiEmojiRegex = {
        test: (text) => (madeRegex ??= new RegExp("^\\\\p{RGI_Emoji}$", "v")).test(text),
      };
    `,
  ],
];

export function lazySegmenters() {
  return {
    name: "lazy-segmenters",
    setup(build) {
      build.onLoad({ filter: /(?:string-width|wrap-ansi).index\.js$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        const known = LAZY.filter(([eager]) => text.includes(eager));
        if (known.length === 0) throw new Error(`${path} makes its segmenter in another way.`);
        const contents = known.reduce((before, [eager, lazy]) => before.replace(eager, lazy), text);
        return { contents, loader: "js" };
      });
    },
  };
}
