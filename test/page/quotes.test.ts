import { expect, test } from "@jest/globals";
import { quotedEnd, quotedStart, wholeWords } from "../../src/page/text.ts";

test("words are quoted whole where spaces part them", () => {
  expect(quotedStart("Commuters wait for a bus")).toBe("Commuters");
  expect(quotedEnd("the east side and add tomorrow")).toBe("tomorrow");
  expect(quotedEnd("the harbour board met on Tuesday")).toBe("Tuesday");
  expect(quotedStart("service or we")).toBe("service");
});

test("Chinese is quoted by characters", () => {
  expect(quotedStart("势,有效提升就业服务质量")).toBe("势,有效提升就业");
  expect(quotedEnd("近年来,全省各级工会把做")).toBe("全省各级工会把做");
});

test("what stands twice is quoted without the pieces of words at its ends", () => {
  const text = "Riders would pay 15 cents more under";
  expect(wholeWords(text, 1, text.length - 2)).toBe("would pay 15 cents more");
});
