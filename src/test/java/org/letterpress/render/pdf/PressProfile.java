package org.letterpress.render.pdf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The profile of a press that there is not: three inks that take away a third of the light each,
 * and black that takes the whole. It has all that ICC.1:2001-04 asks of an output device in CMYK.
 */
public final class PressProfile {

  private static final double[] WHITE = {0.9642, 1, 0.8249};
  private static final int GRID = 9;

  private PressProfile() {}

  /** The profile's bytes, always the same. */
  public static byte[] bytes() {
    Map<String, byte[]> tags = new LinkedHashMap<>();
    byte[] name = "A press for tests".getBytes(US_ASCII);
    tags.put(
        "desc",
        ByteBuffer.allocate(90 + name.length + 1)
            .put("desc".getBytes(US_ASCII))
            .putInt(0)
            .putInt(name.length + 1)
            .put(name)
            .array());
    tags.put(
        "cprt",
        ByteBuffer.allocate(12).put("text".getBytes(US_ASCII)).putInt(0).put((byte) 'n').array());
    ByteBuffer white = ByteBuffer.allocate(20).put("XYZ ".getBytes(US_ASCII)).putInt(0);
    for (double value : WHITE) {
      white.putInt((int) Math.round(value * 65536));
    }
    tags.put("wtpt", white.array());
    byte[] toLab = toLab();
    byte[] toInks = toInks();
    for (int intent = 0; intent < 3; intent++) {
      tags.put("A2B" + intent, toLab);
      tags.put("B2A" + intent, toInks);
    }
    tags.put("gamt", table(3, 1, 2, new byte[8]));
    return profile(tags);
  }

  private static byte[] profile(Map<String, byte[]> tags) {
    int at = 128 + 4 + 12 * tags.size();
    ByteBuffer index = ByteBuffer.allocate(4 + 12 * tags.size()).putInt(tags.size());
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
      index.put(tag.getKey().getBytes(US_ASCII)).putInt(at + data.size());
      index.putInt(tag.getValue().length);
      data.writeBytes(tag.getValue());
      data.writeBytes(new byte[(4 - data.size() % 4) % 4]);
    }
    ByteBuffer whole = ByteBuffer.allocate(at + data.size());
    whole.putInt(whole.capacity()).putInt(0).putInt(0x02400000);
    whole.put("prtrCMYKLab ".getBytes(US_ASCII));
    for (int part : new int[] {2026, 1, 1, 0, 0, 0}) {
      whole.putShort((short) part);
    }
    whole.put("acsp".getBytes(US_ASCII)).position(68);
    for (double value : WHITE) {
      whole.putInt((int) Math.round(value * 65536));
    }
    whole.position(128);
    return whole.put(index.array()).put(data.toByteArray()).array();
  }

  /** A table of one byte a value; the curves before and after it are straight. */
  private static byte[] table(int in, int out, int grid, byte[] values) {
    ByteBuffer table = ByteBuffer.allocate(48 + 256 * (in + out) + values.length);
    table.put("mft1".getBytes(US_ASCII)).putInt(0);
    table.put((byte) in).put((byte) out).put((byte) grid).put((byte) 0);
    for (int i = 0; i < 9; i++) {
      table.putInt(i % 4 == 0 ? 65536 : 0);
    }
    straight(table, in);
    table.put(values);
    straight(table, out);
    return table.array();
  }

  private static void straight(ByteBuffer table, int curves) {
    for (int i = 0; i < 256 * curves; i++) {
      table.put((byte) (i % 256));
    }
  }

  private static byte[] toLab() {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    for (int inks = 0; inks < 16; inks++) {
      int black = 1 - (inks & 1);
      double red = (1 - (inks >> 3 & 1)) * black;
      double green = (1 - (inks >> 2 & 1)) * black;
      double blue = (1 - (inks >> 1 & 1)) * black;
      double[] lab = {
        100 * (0.22 * red + 0.72 * green + 0.06 * blue),
        80 * (red - green),
        50 * (red + green) - 100 * blue
      };
      values.write((int) Math.round(lab[0] * 2.55));
      values.write((int) Math.round(Math.max(0, Math.min(255, lab[1] + 128))));
      values.write((int) Math.round(Math.max(0, Math.min(255, lab[2] + 128))));
    }
    return table(4, 3, 2, values.toByteArray());
  }

  private static byte[] toInks() {
    ByteArrayOutputStream values = new ByteArrayOutputStream();
    for (int i = 0; i < GRID * GRID * GRID; i++) {
      int step = i / (GRID * GRID);
      double lightness = step * 100.0 / (GRID - 1);
      int across = i / GRID % GRID;
      double a = across * 255.0 / (GRID - 1) - 128;
      double b = i % GRID * 255.0 / (GRID - 1) - 128;
      List<Double> light = new ArrayList<>();
      for (double shift : new double[] {0.6 * a, -0.3 * a, -0.7 * b}) {
        light.add(Math.max(0, Math.min(1, (lightness + shift) / 100)));
      }
      double most = light.stream().max(Double::compare).orElse(0.0);
      for (double one : light) {
        values.write((int) Math.round(255 * (most == 0 ? 0 : 1 - one / most)));
      }
      values.write((int) Math.round(255 * (1 - most)));
    }
    return table(3, 4, GRID, values.toByteArray());
  }
}
