import type { Language, ShapeContext } from "../language.ts";

/**
 * Field names between marks that prose has, too, so that the name must be a field's: `@FIRSTNAME@`
 * (dotdigital), `#recipient:name#` (Moosend), `-firstname-` (SendGrid), `<<First Name>>`.
 */
export const sigils: Language = {
  pairs: [],
  shapes: [
    { first: "@", pattern: /@([A-Z][A-Z\d_]{2,40})@/uy, accept },
    { first: "#", pattern: /#recipient:([\w .]{1,60})#/uy },
    { first: "-", pattern: /-([a-z]\w{2,40})-/uy, accept },
    { first: "<", pattern: /<<\s?([A-Za-z][\w ]{1,40}?)\s?>>/uy, accept },
    { first: "&", pattern: /&lt;&lt;\s?([A-Za-z][\w ]{1,40}?)\s?&gt;&gt;/uy, accept },
  ],
  claim: () => 9,
  read: ({ inner }) => [{ kind: "output", fields: [inner], copy: [] }],
};

const ATTACHED = /[\p{L}\p{N}@_-]$/u;
const GOES_ON = /^[\p{L}\p{N}@_-]/u;

function accept([, name = ""]: RegExpExecArray, { known, before, after }: ShapeContext): boolean {
  return !ATTACHED.test(before) && !GOES_ON.test(after) && known(name);
}
