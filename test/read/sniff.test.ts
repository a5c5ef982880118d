import { describe, expect, test } from "@jest/globals";
import { InputError } from "../../src/page/errors.ts";
import { decode } from "../../src/read/decode.ts";

const file = (head: string, body = "\0\0\0\0") =>
  Uint8Array.from([...head, ...body].map((character) => character.charCodeAt(0)));

describe("what is no text says what to do", () => {
  test.each([
    ["PNG", "\x89PNG\r\n\x1a\n", "tesseract page.png page -l chi_sim --psm 1"],
    ["JPEG", "\xff\xd8\xff\xe0", "tesseract page.jpg"],
    ["TIFF", "II*\0", "tesseract page.tif"],
    ["TIFF", "MM\0*", "tesseract page.tif"],
    ["GIF", "GIF89a", "tesseract page.gif"],
    ["WebP", "RIFF\x10\x20\0\0WEBPVP8 ", "tesseract page.webp"],
    ["PDF", "%PDF-1.7\n", "pdftotext -bbox-layout page.pdf page.html"],
    ["PDF", "%PDF-1.7\n", "ocrmypdf --sidecar"],
    ["ZIP", "PK\x03\x04", "unzip"],
    ["gzip", "\x1f\x8b\x08", "gunzip"],
    ["DjVu", "AT&TFORM", "djvutxt"],
  ])("%s", async (name, head, command) => {
    const refusal = decode(file(head));
    await expect(refusal).rejects.toBeInstanceOf(InputError);
    await expect(refusal).rejects.toThrow(name);
    await expect(refusal).rejects.toThrow(command);
  });

  test("an unknown binary file", async () => {
    // A linear congruential generator: bytes as even as those of a compressed file.
    let state = 1;
    const bytes = Uint8Array.from({ length: 4000 }, () => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state >> 16;
    });
    await expect(decode(bytes)).rejects.toThrow("this is not text");
  });

  test("a disk of NULs", async () => {
    await expect(decode(new Uint8Array(500))).rejects.toThrow("this is not text");
  });
});

describe("what is text", () => {
  test.each([
    ["a few NULs and control characters", "市\0场\x01 12\x1b 月\0\0\0"],
    ["a text that begins with BM", "BM is an abbreviation"],
    ["a text about PDF", "PDF-1.7 %PDF-"],
    ["white space alone, of which the reader complains", " \n\u3000"],
  ])("%s", async (_, text) => {
    expect((await decode(new TextEncoder().encode(text))).text).toBe(text);
  });

  test("what the caller says is text", async () => {
    expect((await decode(new Uint8Array(500), { encoding: "utf-8" })).text).toBe("\0".repeat(500));
  });
});
