import { tokenize } from "../expression.ts";
import type { Language, Reading, ShapeContext } from "../language.ts";
import { fieldsOf, readOutput } from "../output.ts";

/** Laravel's Blade: `@if($x) … @endif`, `{!! $x !!}`, `{{-- note --}}`; its `{{ }}` is as others'. */
export const blade: Language = {
  pairs: [
    { open: "{{--", close: "--}}", strings: false, quiet: true },
    { open: "{!!", close: "!!}", strings: true, quiet: true, limit: 2000 },
  ],
  shapes: [
    {
      first: "@",
      pattern:
        /@((?:if|elseif|unless|isset|empty|foreach|forelse|for|while|switch|case|section|include|extends|lang|component)\s?\((?:[^()\r\n]|\((?:[^()\r\n]|\([^()\r\n]*\))*\)){0,300}\))/uy,
      accept,
    },
    {
      first: "@",
      pattern:
        /@((?:else|endif|endunless|endisset|endforeach|endforelse|endfor|endwhile|endsection|endcomponent|endswitch|auth|guest|endauth|endguest|csrf))\b/uy,
      accept,
    },
  ],
  claim: () => 9,
  read: ({ delimiter, inner, innerStart }) => {
    if (delimiter === "{{--") return [{ kind: "comment" }];
    return [delimiter === "{!!" ? readOutput(inner, innerStart) : readWord(inner)];
  },
};

const WORD_BEFORE = /[\w@.]$/u;

function accept(_: RegExpExecArray, { before, after }: ShapeContext): boolean {
  return !WORD_BEFORE.test(before) && !after.startsWith(".");
}

const CALL = /^(\w+)\s?\((.*)\)$/su;
const LOOP = /^\$([\w>.-]+)\s+as\s+(?:\$\w+\s*=>\s*)?\$(\w+)/u;

function readWord(inner: string): Reading {
  const [, word = inner, test = ""] = CALL.exec(inner) ?? [];
  const fields = fieldsOf(tokenize(test, 0));
  switch (word) {
    case "if":
    case "isset":
    case "unless":
      return { kind: "open", block: word, loop: false, fields, test, negated: word === "unless" };
    case "elseif":
      return { kind: "middle", fields, test, inherits: false };
    case "else":
      return { kind: "middle", fields: [], test: "", inherits: false };
    case "foreach":
    case "forelse":
    case "for":
    case "while":
      return readLoop(word, test, fields);
    default:
      return readEnd(word);
  }
}

function readLoop(block: string, test: string, fields: readonly string[]): Reading {
  const [, of, name] = LOOP.exec(test) ?? [];
  const alias = of === undefined || name === undefined ? {} : { alias: { name, of } };
  return { kind: "open", block, loop: true, fields, test, negated: false, ...alias };
}

const END = /^end(if|isset|unless|foreach|forelse|for|while)$/u;
const SECTION = /section|extends|component/u;

function readEnd(word: string): Reading {
  const block = END.exec(word)?.[1];
  if (block !== undefined) return { kind: "close", block };
  return SECTION.test(word) ? { kind: "break" } : { kind: "statement", copy: [] };
}
