package org.letterpress.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.letterpress.finding.Sha256;

/**
 * A file as it goes out.
 *
 * @param content its bytes
 * @param type its media type
 * @param tag the same for the same bytes; a page's for the same look as well
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, not compared
record Page(byte[] content, String type, String tag) {

  private static final int LENGTH = 16;
  private static final String HTML = "text/html";

  /** A file of a name. */
  static Page of(String path, byte[] content) {
    return of(path, content, "");
  }

  /**
   * A file of a name.
   *
   * @param look stands for the style sheets and pictures that a page is shown with
   */
  static Page of(String path, byte[] content, String look) {
    MessageDigest digest = Sha256.begin();
    if (type(path).startsWith(HTML)) {
      digest.update(look.getBytes(UTF_8));
    }
    byte[] hash = digest.digest(content);
    return new Page(content, type(path), HexFormat.of().formatHex(hash, 0, LENGTH));
  }

  boolean isHtml() {
    return type.startsWith(HTML);
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
      case "gif" -> "image/gif";
      case "webp" -> "image/webp";
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
