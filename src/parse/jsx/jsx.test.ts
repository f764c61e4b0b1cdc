import { expect, test } from "vitest";
import { describeForm } from "../../testing/describe-form.ts";
import { parseText } from "../../testing/parse-text.ts";
import { isMailComponent } from "./mail.ts";

test.each([
  ["<Text>a\n  b{' '}\n  <b>c</b>\n</Text>", "a b c"],
  ["<Text>\n  a\n  <b>b</b>\n</Text>", "ab"],
  ["<Text>a&nbsp;b &amp; c</Text>", "a b & c"],
  ["<Text>a<br/>b</Text>", "a b"],
  ["<><Text>a</Text><Text>b</Text></>", "a / b"],
  ["<Text>Hi <Name/>, <Loud>you</Loud> left</Text>", "Hi , you left"],
  ["<div><Paragraph>a</Paragraph><Paragraph>b</Paragraph></div>", "a / b"],
  ["<div><Link>a</Link><Link>b</Link></div>", "a / b"],
  ["<Text>{1} of {n}</Text>", "1 of item {unknown n}"],
  ["<Text>{a?.b.firstName}</Text>", "Alex {name a.b.firstName}"],
  ["<Text>{user.city ?? 'your town'}</Text>", "Springfield {place user.city ?? your town}"],
  ["<Text>{format(order.total)}</Text>", "Seven {purchase order.total}"],
  ["<Text>{x as string} y</Text>", "Item y {unknown x}"],
  ["<Text>{a && b ? 'One' : 'Two'}</Text>", "One <a && b: unknown> / Two <!a && b: unknown>"],
  [
    "<Text>{!user.pregnant ? 'One' : null} x</Text>",
    "One x <!user.pregnant: health> / x <user.pregnant: health>",
  ],
  [
    "<Text>{`a \u0024{b ? `c \u0024{d}` : 'e'} f`}</Text>",
    "a c item f {unknown d} <b: unknown> / a e f <!b: unknown>",
  ],
  ["<Text>{t('mail.greeting')}</Text>", "Item {}"],
  ["<Trans>You left</Trans>", "You left"],
  ["<style>{`a { b: c }`}</style>", ""],
  ["<Card className='mt-2 text-lg bold' style={{ a: 'You left it' }} />", ""],
  ["<Card footer={<p>You left</p>} />", "You left"],
  ["const subject = 'You left';", "subject: You left"],
  ["send({ subject: `Hi \u0024{name}`, html: x })", "subject: Hi Alex {name name}"],
  ["Mail.PreviewProps = { subject: 'You left' };", ""],
  ["function f<T>(a: T): T { return a; } <p>You left</p>", "You left"],
])("%s reads %s", (text, expected) => {
  expect(describeForm(text, "a.tsx")).toBe(expected);
});

test("a broken program is read as far as its markup goes, and told about", () => {
  const { messages, notices } = parseText("<Text>You left</Text", { path: "a.jsx" });
  expect(messages[0]?.parts[0]?.segments.map(({ text }) => text)).toEqual(["You left"]);
  expect(notices).toMatchObject([{ level: "warning", code: "syntax-error" }]);
});

test.each([
  ["nested elements", "<a>".repeat(5000)],
  ["braces", "<a>{".repeat(20_000)],
  ["concatenation", `<a>{${"'a' + ".repeat(20_000)}'b'}</a>`],
  ["conditions", `<a>{${"a ? 'b' : ".repeat(3000)}'c'}</a>`],
  ["unclosed", "{".repeat(100_000)],
])("%s take no long time", (_, text) => {
  const start = performance.now();
  parseText(text, { path: "a.tsx" });
  expect(performance.now() - start).toBeLessThan(3000);
});

test.each([
  ["src/Card.tsx", 'import { Html } from "@react-email/components";', true],
  ["src/Card.tsx", "export const Card = () => <Html><Body/></Html>;", true],
  ["emails/welcome.tsx", "export const X = () => <p>Hi</p>;", true],
  ["packages/mail/emails/auth/reset.jsx", "export const X = () => <p>Hi</p>;", true],
  ["app/emails/page.tsx", "export const X = () => { useState(1); return <p>Hi</p>; };", false],
  ["src/components/EmailForm.tsx", "export const X = () => <p>You left</p>;", false],
  ["src/App.tsx", "<p>You left</p>", false],
])("%s is a message by its looks: %s", (path, text, expected) => {
  expect(isMailComponent(path, text)).toBe(expected);
  expect(parseText(text, { path, found: true }).messages).toHaveLength(expected ? 1 : 0);
  expect(parseText(text, { path }).messages).toHaveLength(1);
});
