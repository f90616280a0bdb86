package org.letterpress.render.search;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Where a form stands, as a row of numbers: for each document the step from the one before it, the
 * steps from word to word (one more for the first), and a nought before the next document. A number
 * is written in digits of five bits, the lowest first; a sixth bit says that it goes on.
 */
final class Postings {

  private static final byte[] DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(US_ASCII);

  private byte[] digits = new byte[6];
  private int size;
  private int documents;
  private int document;
  private int position;

  /** The form stands here; in order of document, then position. */
  void add(int document, int position) {
    if (documents == 0 || document != this.document) {
      if (documents++ > 0) {
        number(0);
      }
      number(document - this.document);
      this.document = document;
      this.position = -1;
    }
    number(position - this.position);
    this.position = position;
  }

  /** In how many documents it stands. */
  int documents() {
    return documents;
  }

  /** Writes numbers one after the other. */
  static String numbers(Iterable<Integer> numbers) {
    Postings row = new Postings();
    numbers.forEach(row::number);
    return row.toString();
  }

  private void number(int number) {
    int rest = number;
    do {
      int digit = rest & 31;
      rest >>>= 5;
      if (size == digits.length) {
        digits = Arrays.copyOf(digits, size + (size >> 1));
      }
      digits[size++] = DIGITS[rest > 0 ? digit | 32 : digit];
    } while (rest > 0);
  }

  /** The row. */
  @Override
  public String toString() {
    return new String(digits, 0, size, US_ASCII);
  }
}
