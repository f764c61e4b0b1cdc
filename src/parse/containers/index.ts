import type { Container } from "./container.ts";
import { json } from "./json.ts";

/** Every container by its name. */
export const containers: Readonly<Record<string, Container>> = { json };
