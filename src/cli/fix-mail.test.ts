import { readFileSync } from "node:fs";
import PostalMime from "postal-mime";
import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { runMain } from "../testing/run-cli.ts";

const ABSENT = "You haven\x92t bought a new garden hose for two years, time for a new one!";
const AFTER = "Time for a new garden hose!";
const QUOTED = ABSENT.replace("\x92", "=92").replace("two years", "two=\r\n years");

/** A mail whose parts are in several character sets, so that the whole is in none. */
const MAIL = Buffer.from(
  [
    "Subject: Gr\xfc\xdfe",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=windows-1252",
    "",
    "\x93Hi\x94",
    "",
    ABSENT,
    "--b",
    "Content-Type: text/html; charset=windows-1252",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    `<p>=93Hi=94</p><p>${QUOTED}</p>`,
    "--b",
    "Content-Type: text/html; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(`<p>${ABSENT.replace("\x92", "’")}</p><p>é</p>`).toString("base64"),
    "--b",
    "Content-Disposition: attachment; filename=x",
    "Content-Transfer-Encoding: binary",
    "",
    "\0\x81\xff\r\xc3(",
    "--b--",
  ].join("\r\n"),
  "latin1",
);

test("--fix writes each part in its own way, and no other byte", async () => {
  const project = createProject({ "a.eml": MAIL });
  const { stderr } = await runMain(["lint", "a.eml", "--fix-unsafe"], { cwd: project.root });
  expect(stderr).toContain("Rewrote 1 file");
  const after = readFileSync(project.path("a.eml"));
  const [head, plain, quoted, digits, attached] = after.toString("latin1").split("--b\r\n");
  const before = MAIL.toString("latin1").split("--b\r\n");
  expect(head).toBe(before[0]);
  expect(plain).toBe(before[1]?.replace(ABSENT, AFTER));
  expect(quoted).toBe(before[2]?.replace(QUOTED, AFTER));
  expect(digits).toBe(
    before[3]?.replace(
      Buffer.from(`<p>${ABSENT.replace("\x92", "’")}</p><p>é</p>`).toString("base64"),
      Buffer.from(`<p>${AFTER.replace(" ", "  ")}</p><p>é</p>`).toString("base64"),
    ),
  );
  expect(attached).toBe(before[4]);
  const { html } = await PostalMime.parse(after);
  expect(html?.match(/Time {1,2}for a new garden hose!/gu)).toHaveLength(3);
});

test("all findings of a part in base64 are mended at once where it is HTML", async () => {
  const lines = ["We noticed you like rakes, perhaps you'll like our sale on brooms.", "Fine."];
  const html = Array.from(
    { length: 9 },
    (_, n) => `<p>${lines.join(`</p>\n<p>${"x".repeat(n)}`)}</p>`,
  );
  const digits = Buffer.from(html.join("\n")).toString("base64");
  const body = digits.match(/.{1,76}/gu)?.join("\r\n");
  const head =
    "Subject: Hi\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const project = createProject({ "a.eml": head + body });
  await runMain(["lint", "a.eml", "--fix-unsafe"], { cwd: project.root });
  const after = project.read("a.eml");
  const text = Buffer.from(after.slice(head.length).replace(/\s/gu, ""), "base64").toString();
  expect(text.replace(/ +/gu, " ")).toBe(
    html.join("\n").replaceAll(lines[0] ?? "", "Perhaps you'll like our sale on brooms."),
  );
  expect(Math.max(...after.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(76);
});

test("a suppression in the HTML of a mail counts", async () => {
  const html = `<!-- creeplint-disable-next-line activity/absence -- agreed -->\n<p>You haven't bought a hose for two years.</p>`;
  const body = Buffer.from(html).toString("base64");
  const project = createProject({
    "a.eml": `Subject: Hi\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n${body}`,
  });
  const { code, stdout } = await runMain(["lint", "a.eml"], { cwd: project.root });
  expect([code, stdout]).toEqual([0, expect.stringContaining("Nothing creepy")]);
});

test("words in base64 are shown decoded", async () => {
  const body = Buffer.from("We noticed you like rakes.").toString("base64");
  const project = createProject({
    "a.eml": `Subject: Hi\nContent-Transfer-Encoding: base64\n\n${body}`,
  });
  const { stdout } = await runMain(["lint", "a.eml"], { cwd: project.root });
  expect(stdout).toContain("4 │ We noticed you like rakes");
});
