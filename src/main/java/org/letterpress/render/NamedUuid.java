package org.letterpress.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs that are made from names: the same name gives the same number. */
final class NamedUuid {

  /** The namespace of UUIDs that are made from a URL (RFC 9562, 6.6). */
  static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private NamedUuid() {}

  /** A UUID made from a name by SHA-1 (RFC 9562, 5.5). */
  static UUID of(UUID namespace, String name) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(namespace.getMostSignificantBits())
              .putLong(namespace.getLeastSignificantBits())
              .array());
      ByteBuffer sum = ByteBuffer.wrap(digest.digest(name.getBytes(UTF_8)));
      long most = (sum.getLong() & ~0xF000L) | 0x5000L;
      long least = (sum.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(most, least);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  /** The same for an {@code xml:id}, which has to begin with a letter. */
  static String beginningWithLetter(UUID namespace, String name) {
    String uuid = of(namespace, name).toString();
    for (int n = 2; !Character.isLetter(uuid.charAt(0)); n++) {
      uuid = of(namespace, name + "#" + n).toString();
    }
    return uuid;
  }
}
