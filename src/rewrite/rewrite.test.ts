import { describe, expect, test } from "vitest";
import type { Settings } from "../model/config.ts";
import { firstEdits } from "../report/output.ts";
import { lintText } from "../testing/engine.ts";
import { applyEdits } from "../text/edit.ts";

interface Case {
  readonly text: string;
  readonly to: string;
  readonly path?: string;
  readonly settings?: Partial<Settings>;
}

/** The text with the first suggestion of every finding in place. */
async function rewritten({ text, path = "message.txt", settings = {} }: Omit<Case, "to">) {
  const { messages } = await lintText(text, { path, settings });
  return applyEdits(text, firstEdits(messages.flatMap(({ findings }) => findings)));
}

async function suggestionsFor(text: string, path = "message.txt") {
  const { messages } = await lintText(text, { path });
  return messages.flatMap(({ findings }) => findings.flatMap(({ suggestions }) => suggestions));
}

const AD: Partial<Settings> = { channel: "ad" };

const TABLES: Readonly<Record<string, readonly Case[]>> = {
  "offer first": [
    {
      text: "We noticed you like rakes, perhaps you'll like our sale on brooms this weekend.",
      to: "Our sale on brooms is on this weekend.",
    },
    { text: "We noticed you like rakes, so here's 20% off.", to: "Here's 20% off." },
    { text: "Since you bought the Alta tent, here's 10% off pegs.", to: "Here's 10% off pegs." },
    {
      text: "Based on your browsing history: hammocks, from £19",
      to: "Hammocks, from £19",
    },
    {
      text: "We've been keeping an eye on your visits. The rake sale ends Sunday 🎉",
      to: "The rake sale ends Sunday 🎉",
    },
    {
      text: "Congratulations on the baby! Our cots are 20% off.",
      to: "Our cots are 20% off.",
    },
  ],
  "words that pointed back": [
    {
      text: "Still thinking about the Alta tent? It's 20% off.",
      to: "The Alta tent is 20% off.",
    },
    {
      text: "You haven't bought a new garden hose for two years, time for a new one!",
      to: "Time for a new garden hose!",
    },
    {
      text: "you left the alta tent in your cart. it's back in stock",
      to: "the alta tent is back in stock",
    },
    {
      text: "WE SAW YOU LOOKING AT THE BLUE KETTLE. IT'S £20 OFF!",
      to: "THE BLUE KETTLE IS £20 OFF!",
    },
  ],
  "nothing but the telling": [
    { text: "You viewed the Alta tent 3 times.", to: "Meet the Alta tent." },
    {
      text: "You left something in your cart.",
      to: "Questions before you buy? We're here to help.",
    },
  ],
  "people like these": [
    {
      text: "As a trail runner, you get 10% off shoes.",
      to: "Trail runners get 10% off shoes.",
    },
  ],
  "traits in ads": [
    { text: "Beat your anxiety in 6 weeks", to: "Beat anxiety in 6 weeks", settings: AD },
    { text: "Are you diabetic? Free test kits", to: "Free test kits", settings: AD },
    { text: "Meet other Sikh singles tonight", to: "Meet Sikh singles tonight", settings: AD },
  ],
  "merge tags": [
    {
      text: 'We noticed {{ first_name | default: "friend" }} liked the {{ product.name }}. It\'s back.',
      to: "The {{ product.name }} is back.",
    },
  ],
  links: [
    {
      text: "Shop now: https://shop.example/u?id={{ id }}&email={{ email }}&plan=1#top",
      to: "Shop now: https://shop.example/u?id={{ id }}&plan=1#top",
    },
    {
      text: "Shop now: https://shop.example/u?email={{ email }}",
      to: "Shop now: https://shop.example/u",
    },
  ],
  conditions: [
    {
      text: "{% if customer.predicted_pregnant %}<p>Tiny socks are in.</p>{% endif %}",
      to: "<p>Tiny socks are in.</p>",
      path: "message.html",
    },
  ],
  markup: [
    {
      text: "<p><em>We saw you looking at rakes</em>, so <b>here's 10% off</b> with code RAKE.</p>",
      to: "<p><b>Here's 10% off</b> with code RAKE.</p>",
      path: "message.html",
    },
    {
      text: '<p>You viewed the <a href="https://x.example/alta">Alta tent</a> three times. It\'s <b>20% off</b>.</p>',
      to: '<p><a href="https://x.example/alta">The Alta tent is</a> <b>20% off</b>.</p>',
      path: "message.html",
    },
    {
      text: "**You left the Alta tent in your cart.** Free delivery till [Sunday](https://x.example).",
      to: "**Meet the Alta tent.** Free delivery till [Sunday](https://x.example).",
      path: "message.md",
    },
  ],
};

for (const [title, cases] of Object.entries(TABLES)) {
  describe(title, () => {
    for (const { to, ...one } of cases) {
      test(one.text, async () => {
        expect(await rewritten(one)).toBe(to);
      });
    }
  });
}

test("every suggestion lints clean", async () => {
  const texts = Object.values(TABLES).flat();
  for (const { text, path, settings } of texts) {
    const options = { path: path ?? "message.txt", settings: settings ?? {} };
    const { messages } = await lintText(text, options);
    const findings = messages.flatMap((message) => message.findings);
    if (new Set(findings.map(({ span }) => span.start)).size > 1) continue;
    for (const { edit } of findings.flatMap(({ suggestions }) => suggestions)) {
      const after = await lintText(applyEdits(text, [edit]), options);
      expect(after.messages.flatMap((message) => message.findings)).toEqual([]);
    }
  }
});

test("a safe suggestion adds no word", async () => {
  const text = "We noticed you like rakes. Our brooms, from £9, are in.";
  const suggestions = await suggestionsFor(text);
  expect(suggestions.length).toBeGreaterThan(0);
  for (const { edit } of suggestions.filter(({ tier }) => tier === "safe")) {
    expect(edit.text).toBe("");
  }
});

test("a link that would lose its words is not cut", async () => {
  const text = '<p>We noticed you like <a href="https://x.example">rakes</a>.</p>';
  for (const { edit } of await suggestionsFor(text, "message.html")) {
    expect(applyEdits(text, [edit])).toContain('<a href="https://x.example">');
  }
});

test("the same text gets the same suggestions", async () => {
  const text = "You viewed the Alta tent 3 times. It's 20% off.";
  expect(await suggestionsFor(text)).toEqual(await suggestionsFor(text));
});

test("time grows with the text, not faster", async () => {
  const sentence = "We noticed you like rakes. Brooms are 20% off. ";
  const timed = async (times: number) => {
    const start = performance.now();
    await lintText(sentence.repeat(times));
    return performance.now() - start;
  };
  await timed(10);
  const short = await timed(25);
  expect(await timed(100)).toBeLessThan(short * 12);
});
