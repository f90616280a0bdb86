package org.letterpress.serve;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file as it goes out.
 *
 * @param content its bytes
 * @param type its media type
 * @param tag the same for the same bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
record Page(byte[] content, String type, String tag) {

  private static final int LENGTH = 16;

  /** A file of a name. */
  static Page of(String path, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return new Page(content, type(path), HexFormat.of().formatHex(hash, 0, LENGTH));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  boolean isHtml() {
    return type.startsWith("text/html");
  }

  private static String type(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "json", "webmanifest" -> "application/json";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "woff2" -> "font/woff2";
      case "pdf" -> "application/pdf";
      case "epub" -> "application/epub+zip";
      case "xml" -> name.equals("feed.xml") ? "application/atom+xml" : "application/xml";
      case "csv" -> "text/csv; charset=utf-8";
      case "md" -> "text/markdown; charset=utf-8";
      case "txt", "bib", "ris", "_headers" -> "text/plain; charset=utf-8";
      default -> "application/octet-stream";
    };
  }
}
