import { describe, expect, test } from "vitest";
import { fieldLexicon } from "../testing/parse-text.ts";
import { createClassifier } from "./fields.ts";

const { classify, known } = createClassifier(fieldLexicon, {});

test.each([
  ["first_name", "name", "told"],
  ["FNAME", "name", "told"],
  ["LASTNAME", "name", "told"],
  ["last_name", "name", "told"],
  ["contact.firstname", "name", "told"],
  ["order_number", "identifier", "account"],
  ["product.name", "product", "unknown"],
  ["event.ProductName", "product", "unknown"],
  ["company.name", "company", "told"],
  ["city", "place", "unknown"],
  ["ip_city", "place", "observed"],
  ["visitor.city", "place", "observed"],
  ["zip", "place", "unknown"],
  ["street_address", "address", "told"],
  ["age", "age", "unknown"],
  ["agenda", "content", "unknown"],
  ["page", "unknown", "unknown"],
  ["image", "content", "unknown"],
  ["message", "content", "unknown"],
  ["dob", "birth", "told"],
  ["days_since_last_order", "absence", "observed"],
  ["daysSinceLastVisit", "absence", "observed"],
  ["cart.items[0].title", "cart", "observed"],
  ["last_viewed_product", "browse", "observed"],
  ["lastviewedproduct", "browse", "observed"],
  ["custom_attribute.last_viewed", "browse", "observed"],
  ["search_term", "search", "observed"],
  ["last_order.name", "purchase", "account"],
  ["predicted_gender", "prediction", "inferred"],
  ["likely_to_churn", "prediction", "inferred"],
  ["account.intent_score", "prediction", "bought"],
  ["clearbit.role", "company", "bought"],
  ["unsubscribe_url", "token", "account"],
  ["image_url", "token", "account"],
  ["email", "contact", "told"],
  ["device_type", "device", "observed"],
  ["discount_code", "offer", "unknown"],
  ["user.favorite_color_x", "product", "unknown"],
  ["custom.child_first_name", "child", "unknown"],
  ["subscription.billing_period", "date", "account"],
  ["image.height", "count", "unknown"],
  ["dog_breed", "product", "unknown"],
  ["wishlist", "account", "told"],
  ["kunde.Vorname", "name", "told"],
  ["Prénom", "name", "told"],
  ["imię_klienta", "name", "told"],
  ["apellidos", "name", "told"],
  ["Handynummer", "contact", "told"],
  ["code_postal", "place", "unknown"],
  ["straße", "address", "told"],
  ["geburtsdatum", "birth", "told"],
  ["fecha_nacimiento", "birth", "told"],
  ["letzte_bestellung", "purchase", "account"],
  ["dernierAchat", "purchase", "account"],
  ["ostatni_zakup", "purchase", "account"],
  ["warenkorb.artikel", "cart", "observed"],
  ["zuletzt_angesehen", "browse", "observed"],
  ["tage_seit_letztem_kauf", "absence", "observed"],
  ["schwanger", "health", "unknown"],
  ["embarazada", "health", "unknown"],
  ["nr_zamowienia", "identifier", "account"],
  ["rabattcode", "offer", "unknown"],
  ["city.name", "place", "unknown"],
  ["cart.items.0.name", "cart", "observed"],
  ["x", "unknown", "unknown"],
  ["", "unknown", "unknown"],
])("%s is %s, %s", (name, is, from) => {
  expect(classify(name)).toMatchObject({ name, is, from });
});

test.each([
  ["patient.condition", true],
  ["inferred_pregnancy", true],
  ["credit_score", true],
  ["religion", true],
  ["childName", true],
  ["first_name", false],
  ["cart.total", false],
  ["conditional_content", false],
])("%s is sensitive: %s", (name, sensitive) => {
  expect(classify(name).sensitive).toBe(sensitive);
});

test.each([
  ["First Name", true],
  ["last_order", true],
  ["unsubscribe", true],
  ["Order now", false],
  ["color", false],
  ["sic", false],
  ["their", false],
])("[%s] is a field: %s", (name, expected) => {
  expect(known(name)).toBe(expected);
});

describe("a config", () => {
  const own = createClassifier(fieldLexicon, {
    last_order: { is: "prediction", from: "bought" },
    "person.mood": { is: "health", from: "inferred" },
  });

  test.each([
    ["last_order", "prediction", "bought", false],
    ["customer.lastOrder", "prediction", "bought", false],
    ["person.mood", "health", "inferred", true],
    ["first_name", "name", "told", false],
  ])("says that %s is %s, %s", (name, is, from, sensitive) => {
    expect(own.classify(name)).toEqual({ name, is, from, sensitive });
  });

  test("makes its names known", () => {
    expect(own.known("Person Mood")).toBe(true);
  });
});
