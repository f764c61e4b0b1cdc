import type { Span } from "../../model/span.ts";
import { identityMap } from "../../text/offset-map.ts";
import type { Decoded } from "../codec.ts";
import { decodeBase64 } from "./base64.ts";
import { isStateful } from "./charset.ts";
import { type CharacterSink, collectCharacters, decodeInto } from "./decode-text.ts";
import { withoutFlow } from "./flowed.ts";
import { hasQuotes, withoutQuotes } from "./from-lines.ts";
import { type PlacedBytes, type Reading, rawBytes } from "./placed-bytes.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";

export type TransferEncoding = "quoted-printable" | "base64" | "none";

/** What has to be known of a mail's body to read and to write it. */
export interface BodyDetail {
  readonly transfer: TransferEncoding;
  /** As it was settled on. */
  readonly charset: string;
  readonly reading: Reading;
  /** The line break of the mail. */
  readonly newline: string;
  readonly isHtml: boolean;
  /** Of `format=flowed`: blanks at the end of lines that go on are no blanks. */
  readonly delsp: boolean;
  /** The mail stands in an mbox, where lines that begin with `From ` are quoted. */
  readonly inMbox: boolean;
}

/** The bytes of a body as they were sent. */
export function bodyBytes(
  file: string,
  span: Span,
  { transfer, reading, inMbox }: Pick<BodyDetail, "transfer" | "reading" | "inMbox">,
): PlacedBytes {
  if (transfer === "base64") return decodeBase64(file, span);
  const placed =
    transfer === "quoted-printable"
      ? decodeQuotedPrintable(file, span, reading)
      : rawBytes(file, span, reading);
  return inMbox ? withoutQuotes(placed, file) : placed;
}

/** The text of bytes, with its places in the file. */
export function bodyText(
  file: string,
  placed: PlacedBytes,
  { charset, delsp }: Pick<BodyDetail, "charset" | "delsp">,
): Decoded {
  const sink: CharacterSink = collectCharacters(file);
  decodeInto(sink, placed, charset);
  const decoded = sink.build();
  return delsp ? withoutFlow(decoded) : decoded;
}

/** A body that is text of the file as it stands, so that nothing has to be decoded. */
export function plainText(
  file: string,
  { start, end }: Span,
  { transfer, reading, delsp, inMbox, charset }: BodyDetail,
): Decoded | undefined {
  if (transfer !== "none" || reading === "bytes" || delsp || isStateful(charset)) return undefined;
  const text = file.slice(start, end);
  if (inMbox && hasQuotes(text)) return undefined;
  return { text, map: identityMap(text.length, start) };
}
