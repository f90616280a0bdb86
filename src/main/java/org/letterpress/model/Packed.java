package org.letterpress.model;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Bytes that are kept through a run and seldom asked for, packed to a fifth or so, with a check sum
 * (RFC 1950).
 */
public final class Packed {

  private final byte[] deflated;

  private Packed(byte[] deflated) {
    this.deflated = deflated;
  }

  /** What {@link #deflated} gave before, perhaps damaged meanwhile. */
  public static Packed again(byte[] deflated) {
    return new Packed(deflated.clone());
  }

  /** For writing down. */
  public byte[] deflated() {
    return deflated.clone();
  }

  /** Packs. */
  public static Packed of(byte[] content) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    ByteArrayOutputStream packed = new ByteArrayOutputStream(content.length / 3);
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory alone
    } finally {
      deflater.end();
    }
    return new Packed(packed.toByteArray());
  }

  /**
   * The bytes again.
   *
   * @throws UncheckedIOException where they are damaged
   */
  public byte[] bytes() {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
