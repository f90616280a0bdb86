package org.letterpress.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints: ours, and those of the parts that shape the output. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "letterpress " + of(Main.class, "(unpackaged)"),
      "Saxon-HE " + net.sf.saxon.Version.getProductVersion(),
      "Apache FOP " + org.apache.fop.Version.getVersion(),
      "Java " + Runtime.version()
    };
  }

  private static String of(Class<?> type, String otherwise) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? otherwise : version;
  }
}
