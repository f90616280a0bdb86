package org.letterpress.render.epub;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * Writes pictures of sixteen colours as PNG (W3C, third edition). Its own writer, because the same
 * picture has to give the same bytes on every Java platform, whose deflaters differ.
 */
final class Png {

  private static final int[] SIGNATURE = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};

  /** The first length of each of deflate's codes from 257 on (RFC 1951, 3.2.5). */
  private static final int[] LENGTHS = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private long bits;
  private int count;

  private Png() {}

  /**
   * Writes a picture.
   *
   * @param pixels a byte each, from 0 to 15, row by row
   * @param palette sixteen colours, red, green, blue
   */
  static byte[] write(byte[] pixels, int width, int height, int[] palette) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (int b : SIGNATURE) {
      file.write(b);
    }
    // 4 bits a pixel, by palette (11.2.1).
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(file, "IHDR", header.put((byte) 4).put((byte) 3).array());
    ByteBuffer colours = ByteBuffer.allocate(palette.length * 3);
    for (int colour : palette) {
      colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
    }
    chunk(file, "PLTE", colours.array());
    chunk(file, "IDAT", new Png().zlib(rows(pixels, width, height)));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(type.getBytes(US_ASCII));
    sum.update(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(type.getBytes(US_ASCII));
    file.writeBytes(content);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  /** Each row as its difference from the one above: paper is all zeros then. */
  private static byte[] rows(byte[] pixels, int width, int height) {
    int length = (width + 1) / 2;
    byte[] rows = new byte[(length + 1) * height];
    byte[] above = new byte[length];
    for (int y = 0; y < height; y++) {
      int at = y * (length + 1);
      rows[at] = 2; // the filter "up" (9.2)
      for (int x = 0; x < length; x++) {
        int left = y * width + 2 * x;
        int right = 2 * x + 1 < width ? pixels[left + 1] : 0;
        byte two = (byte) (pixels[left] << 4 | right);
        rows[at + 1 + x] = (byte) (two - above[x]);
        above[x] = two;
      }
    }
    return rows;
  }

  /** One block of fixed codes; what repeats is the byte before, for there is little else. */
  private byte[] zlib(byte[] content) {
    out.write(0x78);
    out.write(0x01);
    bits(0b011, 3);
    for (int i = 0; i < content.length; ) {
      literal(content[i] & 0xFF);
      int run = 0;
      while (i + 1 + run < content.length && content[i + 1 + run] == content[i]) {
        run++;
      }
      i += 1 + run;
      while (run > 0) {
        run -= repeat(run, content[i - 1] & 0xFF);
      }
    }
    literal(256);
    bits(0, 7);
    Adler32 sum = new Adler32();
    sum.update(content);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    return out.toByteArray();
  }

  /** Writes up to {@code run} repetitions of the byte before, and says how many. */
  private int repeat(int run, int value) {
    if (run < 3) {
      literal(value);
      return 1;
    }
    int length = Math.min(run, 258);
    int code = LENGTHS.length - 1;
    while (LENGTHS[code] > length) {
      code--;
    }
    literal(257 + code);
    int extra = code < 8 || code == 28 ? 0 : code / 4 - 1;
    bits(length - LENGTHS[code], extra);
    bits(0, 5); // one byte back
    return length;
  }

  /** A literal or length by its fixed code (RFC 1951, 3.2.6). */
  private void literal(int symbol) {
    if (symbol < 144) {
      code(0x30 + symbol, 8);
    } else if (symbol < 256) {
      code(0x190 + symbol - 144, 9);
    } else if (symbol < 280) {
      code(symbol - 256, 7);
    } else {
      code(0xC0 + symbol - 280, 8);
    }
  }

  /** Codes go with their highest bit first. */
  private void code(int code, int length) {
    bits(Integer.reverse(code) >>> (32 - length), length);
  }

  private void bits(int value, int length) {
    bits |= (long) value << count;
    count += length;
    while (count >= 8) {
      out.write((int) bits & 0xFF);
      bits >>>= 8;
      count -= 8;
    }
  }
}
